using System.Diagnostics;
using System.Text.RegularExpressions;
using Xunit;

namespace LrMath.Tests.Structure;

/// <summary>
/// How many methods a reader meets between a call and its value: those that the JIT compiles for
/// <c>Schedule.Cosine(0.1, 0, 9_500).Warmup(500)</c> in a process of its own, where nothing is inlined at first. Constructors and
/// properties do not count. Ranges are not judged: their methods differ with the width of the vectors.
/// </summary>
public partial class WalkTests
{
    [Theory]
    [InlineData("build", 45)]
    [InlineData("step", 60)]
    public void A_value_is_reached_through_few_methods(string stage, int most)
    {
        string[] methods = Methods(stage);
        Assert.True(methods.Length <= most, $"{methods.Length} methods, not {most} at most:\n{string.Join('\n', methods)}");
        Assert.Contains(methods, method => method.StartsWith("LrMath.Verbs:Warmup(", StringComparison.Ordinal));
    }

    private static string[] Methods(string stage)
    {
        string list = Path.GetTempFileName();
        try
        {
            string program = Path.Combine(AppContext.BaseDirectory, "LrMath.Native.dll");
            ProcessStartInfo start = new("dotnet", ["exec", program, "walk", stage]) { RedirectStandardOutput = true };
            start.Environment["DOTNET_JitStdOutFile"] = list;
            start.Environment["DOTNET_JitDisasmSummary"] = "1";
            start.Environment["DOTNET_TieredCompilation"] = "1";
            using Process process = Process.Start(start)!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
            return
            [
                .. File.ReadLines(list)
                    .Select(line => Method().Match(line))
                    .Where(match => match.Success)
                    .Select(match => match.Groups[1].Value)
                    .Distinct(),
            ];
        }
        finally
        {
            File.Delete(list);
        }
    }

    [GeneratedRegex(@"JIT compiled (LrMath\.(?!Native)\S*:(?!\.c?ctor|get_|set_|<Clone>).*) \[")]
    private static partial Regex Method();
}
