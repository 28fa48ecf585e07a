using LrMath.Tests.Generation;
using MathNet.Numerics.Interpolation;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace LrMath.Soak;

/// <summary>What Describe prints is compiled again, many at a time, and has to give the same bits.</summary>
internal static class Recompilation
{
    private static readonly ScriptOptions Options = ScriptOptions
        .Default.WithReferences(typeof(Schedule).Assembly, typeof(CubicSpline).Assembly)
        .WithImports("System", "LrMath", "LrMath.Frameworks", "LrMath.MathNet", "MathNet.Numerics.Interpolation");

    public static Violation? Check(IReadOnlyList<(Composition Composition, Window Window)> compositions)
    {
        (Composition Composition, Window Window, Func<int, double> Schedule, string Text)[] printed =
        [
            .. compositions
                .Select(one => (one.Composition, one.Window, one.Composition.Build()))
                .Select(one => (one.Composition, one.Window, one.Item3, one.Item3.Describe()))
                .Where(one => !one.Item4.Contains('‹', StringComparison.Ordinal)),
        ];
        string source = $"new Func<int, double>[] {{ {string.Join(",\n", printed.Select(one => one.Text))} }}";
        Func<int, double>[] rebuilt;
        try
        {
            rebuilt = CSharpScript.EvaluateAsync<Func<int, double>[]>(source, Options).GetAwaiter().GetResult();
        }
        catch (Exception error)
        {
            return new(
                "a description that does not compile",
                printed[0].Composition,
                $"or one of the {printed.Length} next: {error.Message}"
            );
        }

        for (int i = 0; i < printed.Length; i++)
        {
            (Composition composition, Window window, Func<int, double> schedule, string text) = printed[i];
            foreach (int step in new[] { 0, 1, window.First, window.First + 100 })
            {
                if (BitConverter.DoubleToInt64Bits(rebuilt[i](step)) != BitConverter.DoubleToInt64Bits(schedule(step)))
                {
                    return Violation.Of(
                        $"a description that gives other values ({text})",
                        composition,
                        step,
                        rebuilt[i](step),
                        schedule(step)
                    );
                }
            }
        }

        return null;
    }
}
