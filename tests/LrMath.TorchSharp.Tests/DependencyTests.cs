using Xunit;

namespace LrMath.TorchSharp.Tests;

public class DependencyTests
{
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
}
