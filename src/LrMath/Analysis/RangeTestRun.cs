namespace LrMath.Analysis;

/// <summary>What another library's finder would have logged, given the losses of the batches.</summary>
/// <param name="Rates">The logged rates, as far as the test went.</param>
/// <param name="UsedRates">The rates the optimizer really ran with; the same list, except for ignite, whose log is one ahead.</param>
/// <param name="Losses">The logged, smoothed losses, with the one that stopped the test.</param>
/// <param name="StoppedAt">The zero-based iteration after which the test was stopped as diverged; <see langword="null"/> if it ran to its
/// end.</param>
public sealed record RangeTestRun(
    IReadOnlyList<double> Rates,
    IReadOnlyList<double> UsedRates,
    IReadOnlyList<double> Losses,
    int? StoppedAt
)
{
    internal static RangeTestRun Of(Func<int, double> rate, Func<int, double>? used, double[] smoothed, Func<double, double> limit)
    {
        int? stop = Curve.FirstOver(smoothed, limit);
        int length = stop + 1 ?? smoothed.Length;
        double[] rates = Table(rate, length);
        return new RangeTestRun(rates, used is null ? rates : Table(used, length), smoothed[..length], stop);
    }

    private static double[] Table(Func<int, double> values, int length)
    {
        double[] table = new double[length];
        for (int i = 0; i < length; i++)
        {
            table[i] = values(i);
        }

        return table;
    }
}
