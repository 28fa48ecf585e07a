namespace LrMath.Analysis.Identifying.Whole;

/// <summary>Noam's schedule, solved in closed form: the rows after the peak give the factor, those before it the warm-up.</summary>
internal static class Noams
{
    private static readonly int[] ModelSizes =
    [
        512,
        256,
        1024,
        768,
        128,
        64,
        2048,
        4096,
        384,
        300,
        192,
        1280,
        1536,
        3072,
        5120,
        8192,
        32,
        16,
    ];

    public static IEnumerable<Func<int, double>> Of(Observations rows, int origin)
    {
        int top = Array.IndexOf(rows.Rates, rows.Rates.Max());
        int[] after = [.. Enumerable.Range(top + 1, Math.Max(rows.Count - top - 1, 0))];
        double[] scales = [.. after.Select(row => rows.Rates[row] * Math.Sqrt(rows.Steps[row] - origin + 1)).Order()];
        if (scales.Length < 2 || scales[^1] > 1.1 * scales[0])
        {
            yield break;
        }

        double scale = scales[scales.Length / 2];
        foreach (int size in ModelSizes)
        {
            double factor = RoundNumbers.Near(scale * Math.Sqrt(size));
            foreach (
                int warmup in RoundNumbers.DigitsIn(Structure.Numbers.Text(factor)) <= 2
                    ? FindWarmups(rows, top, origin, factor / Math.Sqrt(size))
                    : []
            )
            {
                yield return Warmups.Placed(Schedule.Noam(size, warmup, factor), origin);
            }
        }
    }

    // A row before the peak is scale · (t + 1) / warmup^1.5.
    private static IEnumerable<int> FindWarmups(Observations rows, int top, int origin, double scale)
    {
        (double low, double high) = (0, double.PositiveInfinity);
        for (int row = 0; row < top; row++)
        {
            double at = scale * Math.Max(rows.Steps[row] - origin + 1, 1);
            low = Math.Max(low, Math.Pow(at / (rows.Rates[row] + rows.Widths[row]), 2.0 / 3));
            high = Math.Min(high, rows.Rates[row] > rows.Widths[row] ? Math.Pow(at / (rows.Rates[row] - rows.Widths[row]), 2.0 / 3) : high);
        }

        return low < high && double.IsFinite(high) && HumanNumbers.Whole(low - 1e-6, high + 1e-6) is { } warmup
            ? [warmup, (int)Math.Round((low + high) / 2)]
            : [];
    }
}
