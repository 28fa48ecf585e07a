using System.Runtime.CompilerServices;
using Xunit;

namespace LrMath.Tests.Structure;

/// <summary>The public API as text: a change of it is a visible change of a file.</summary>
public class PublicApiTests
{
    [Theory]
    [InlineData("LrMath", typeof(Schedule))]
    [InlineData("LrMath.Import", typeof(LrMath.Import.ScheduleImport))]
    [InlineData("LrMath.Plotting", typeof(Plotting.Plot))]
    public void The_public_API_is_the_approved_one(string name, Type member)
    {
        string actual = PublicApiText.Of(member.Assembly);
        string approved = Beside($"{name}.approved.txt");
        string expected = File.Exists(approved) ? File.ReadAllText(approved) : "";
        if (expected != actual)
        {
            File.WriteAllText(Beside($"{name}.received.txt"), actual);
            Assert.Fail(
                $"The public API of {name} differs from {approved}. If the change is meant, copy {name}.received.txt over "
                    + $"it.\n{FirstDifference(expected, actual)}"
            );
        }
    }

    private static string FirstDifference(string expected, string actual)
    {
        string[] before = expected.Split('\n');
        string[] after = actual.Split('\n');
        int i = 0;
        while (i < before.Length && i < after.Length && before[i] == after[i])
        {
            i++;
        }

        return $"line {i + 1}: approved '{before.ElementAtOrDefault(i)}', is '{after.ElementAtOrDefault(i)}'";
    }

    private static string Beside(string file, [CallerFilePath] string here = "") =>
        System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, file);
}
