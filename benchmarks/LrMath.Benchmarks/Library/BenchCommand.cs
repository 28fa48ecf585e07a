using System.CommandLine;
using BenchmarkDotNet.Running;

namespace LrMath.Benchmarks.Library;

/// <summary><c>bench …</c>: BenchmarkDotNet on the library alone; all arguments are BenchmarkDotNet's (<c>--filter *</c>, <c>--list
/// flat</c>, <c>--job short</c>).</summary>
internal static class BenchCommand
{
    public static Command Create()
    {
        var command = new Command("bench", "Run the BenchmarkDotNet classes; the arguments are BenchmarkDotNet's: bench --filter '*Range*'")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.SetAction(parsed =>
        {
            BenchmarkSwitcher.FromAssembly(typeof(BenchCommand).Assembly).Run([.. parsed.UnmatchedTokens]);
        });
        return command;
    }
}
