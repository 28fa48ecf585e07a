namespace LrMath.Analysis.Identifying.Bodies;

/// <summary>
/// Half cosines that restart, with periods that grow and peaks that shrink, without an end.
/// </summary>
internal static class RestartedCosines
{
    private const int Most = 100_000;
    private const int Between = 24;
    private static readonly double[] Growths = [1, 2, 1.5, 3, 4, 1.2, 1.1, 1.25];
    private static readonly double[] Shrinkages = [1, 0.5, 0.8, 0.9, 0.7, 0.6, 0.95, 0.75, 0.3, 0.1];

    public static Body Body { get; } =
        new(
            [Argument.Rate, Argument.Rate, Argument.Position, Argument.Factor, Argument.Factor],
            a => a[2] > 0.5 && a[3] is >= 1 and < 10 && a[4] is > 0 and < 2 ? x => At(a, x) : null,
            a => Schedule.CosineRestarts(a[0], a[1], a[2], a[3], a[4]),
            Guesses
        )
        {
            // At the least growth, 1, the search has a bound in its way, so the growth is kept as well.
            Kept =
            [
                [2, 3],
                [3],
                [],
            ],
            Likely = (a, k) =>
                k == 6 ? Growths
                : k == 7 ? Shrinkages
                : [],
        };

    private static double At(double[] a, double x)
    {
        (int cycle, double progress) = Cycle(x, a[2], a[3]);
        return a[1] + ((a[0] - a[1]) * Math.Pow(a[4], cycle) * 0.5 * (1 + Math.Cos(Math.PI * progress)));
    }

    private static (int Cycle, double Progress) Cycle(double x, double period, double growth)
    {
        if (growth == 1)
        {
            double turns = Math.Floor(Math.Max(x, 0) / period);
            return ((int)Math.Min(turns, int.MaxValue), (x / period) - turns);
        }

        double start = 0;
        int cycle = 0;
        while (x >= start + period && cycle < Most)
        {
            start += period;
            period *= growth;
            cycle++;
        }

        return (cycle, (x - start) / period);
    }

    private static IEnumerable<double[]> Guesses(Tail tail) =>
        tail.Nearest(
                Periods(tail)
                    .Distinct()
                    .SelectMany(period => Shrinkages.Select(shrinkage => (double[])[period.Period, period.Growth, shrinkage])),
                guess =>
                {
                    double[] arguments = [1, 0, .. guess];
                    return row => 1 - At(arguments, Math.Max(tail.At[row], 0));
                },
                count: 3
            )
            .Select(best => best.Guess);

    private static IEnumerable<(double Period, double Growth)> Periods(Tail tail)
    {
        // Between two restarts a cosine falls: wherever the rate rises from one row to the next, there was a restart.
        List<(double Low, double High)> jumps = [];
        for (int i = 1; i < tail.Rates.Length; i++)
        {
            if (tail.Rates[i] > tail.Rates[i - 1] + (2 * (tail.Widths[i] + tail.Widths[i - 1])))
            {
                jumps.Add((tail.At[i - 1], tail.At[i]));
            }
        }

        if (jumps.Count == 0)
        {
            yield break;
        }

        double measured = jumps.Count > 1 ? Math.Max((jumps[1].High - jumps[0].High) / Math.Max(jumps[0].High, 1), 1) : 1;
        foreach (double growth in Growths.Append(Math.Round(measured, 1)).Append(measured).Distinct())
        {
            (double low, double high) = (0, double.PositiveInfinity);
            double sum = 0;
            for (int j = 0; j < jumps.Count; j++)
            {
                sum += Math.Pow(growth, j);
                low = Math.Max(low, jumps[j].Low / sum);
                high = Math.Min(high, jumps[j].High / sum);
            }

            if (low < high)
            {
                yield return (HumanNumbers.Nearest(low, high), growth);
                for (int i = 1; i < Between; i++)
                {
                    yield return (low + ((high - low) * i / Between), growth);
                }
            }
        }

        foreach (double period in HumanNumbers.Between(Math.Max(tail.Reach / 200, 2 * tail.Apart), tail.Reach))
        {
            yield return (period, 1);
            yield return (period, 2);
        }

        for (int parts = 2; parts < 25; parts++)
        {
            foreach (double total in HumanNumbers.Between(tail.Reach * 0.7, tail.Reach * 1.6))
            {
                yield return (total / parts, 1);
            }
        }
    }
}
