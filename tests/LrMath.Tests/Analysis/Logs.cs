using LrMath.Tests.Generation;

namespace LrMath.Tests.Analysis;

/// <summary>A logged range test, made up.</summary>
public sealed record Log(double[] Rates, double[] Losses)
{
    public override string ToString() => Text.Of((Rates, Losses));
}

/// <summary>Range tests of all kinds, from empty to a few hundred points: falling, rising, flat, noisy, with ties.</summary>
internal static class Logs
{
    public static Drawn<Log> Any { get; } =
        from kind in Draw.Whole(0, 3)
        from points in Draw.List(from step in Draw.Whole(1, 400) from noise in Draw.Whole(-50, 50) select (step, noise), 0, 120)
        select new Log(
            [.. points.Select(point => point.step).Scan(1e-7, (rate, step) => rate * (1 + (step / 1000.0)))],
            [.. points.Select((point, i) => Loss(kind, points.Length, i) + (point.noise / 16.0))]
        );

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
