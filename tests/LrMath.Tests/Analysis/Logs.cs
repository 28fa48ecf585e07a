using FsCheck;
using FsCheck.Fluent;

namespace LrMath.Tests.Analysis;

/// <summary>A logged range test, made up.</summary>
public sealed record Log(double[] Rates, double[] Losses);

/// <summary>Range tests of all kinds, from empty to a few hundred points: falling, rising, flat, noisy, with ties.</summary>
internal static class Logs
{
    public static Arbitrary<Log> Any { get; } =
        Arb.From(
            from n in Gen.Choose(0, 120)
            from steps in Gen.Choose(1, 400).ListOf(n)
            from kind in Gen.Choose(0, 3)
            from noise in Gen.Choose(-50, 50).ListOf(n)
            select new Log(
                [.. steps.Scan(1e-7, (rate, step) => rate * (1 + (step / 1000.0)))],
                [.. noise.Select((e, i) => Loss(kind, n, i) + (e / 16.0))]
            )
        );

    /// <summary>The same laws on the same 300 logs every time.</summary>
    public static void Hold(Func<Log, bool> law) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20_240_607, 11), Prop.ForAll(Any, law));

    private static double Loss(int kind, int n, int i) =>
        kind switch
        {
            0 => 0,
            1 => 20.0 - (20.0 * i / n),
            2 => 20.0 * i / n,
            _ => 8 + (12 * Math.Cos(6.0 * i / n)),
        };

    private static IEnumerable<double> Scan(this IEnumerable<int> steps, double first, Func<double, int, double> next)
    {
        foreach (int step in steps)
        {
            yield return first = next(first, step);
        }
    }
}
