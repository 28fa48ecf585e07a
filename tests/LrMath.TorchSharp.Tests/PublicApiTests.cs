using System.Runtime.CompilerServices;
using LrMath.Tests.Structure;
using Xunit;

namespace LrMath.TorchSharp.Tests;

public class PublicApiTests
{
    [Fact]
    public void The_public_API_is_the_approved_one()
    {
        string actual = PublicApiText.Of(typeof(OptimizerSchedules).Assembly);
        string approved = Beside("LrMath.TorchSharp.approved.txt");
        if (!File.Exists(approved) || File.ReadAllText(approved) != actual)
        {
            File.WriteAllText(Beside("LrMath.TorchSharp.received.txt"), actual);
            Assert.Fail(
                $"The public API differs from {approved}. If the change is meant, move LrMath.TorchSharp.received.txt over it.\n{actual}"
            );
        }
    }

    [Fact]
    public void The_package_depends_on_LrMath_and_TorchSharp_and_the_framework_only() =>
        Assert.All(
            typeof(OptimizerSchedules).Assembly.GetReferencedAssemblies(),
            reference =>
                Assert.True(
                    reference.Name is "LrMath" or "TorchSharp" || reference.Name!.StartsWith("System.", StringComparison.Ordinal),
                    reference.Name
                )
        );

    private static string Beside(string file, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, file);
}
