namespace LrMath.Analysis.Identifying.Bodies;

/// <summary>
/// A factor per step, or per several steps. Fitted as a rate of decay per step, written as the factor that is roundest.
/// </summary>
internal static class Exponentials
{
    private const int DecimalPlaces = 3;

    private static readonly double[] Factors =
    [
        0.5,
        0.9,
        0.1,
        0.95,
        0.99,
        0.8,
        0.96,
        0.97,
        0.98,
        0.94,
        0.7,
        0.75,
        0.85,
        0.6,
        0.2,
        0.3,
        0.4,
        0.25,
        0.999,
        0.92,
        0.93,
        0.91,
        0.01,
    ];

    public static Body Body { get; } =
        new(
            [Argument.Rate, Argument.Factor],
            a => a[1] is > -1 and < 10 ? x => a[0] * Math.Exp(-a[1] * x) : null,
            a => Written(a[0], a[1]),
            Guesses
        )
        {
            // A factor per step has many digits; the value that it begins with has few.
            Last = 1,
            Likely = (a, k) => k == 4 ? Decays(a[4]).Select(decay => decay.Rate) : [],
        };

    private static IEnumerable<double[]> Guesses(Tail tail)
    {
        int[] rows = [.. Enumerable.Range(0, tail.At.Length).Where(i => tail.Rates[i] > 4 * tail.Widths[i])];
        if (rows.Length < 2)
        {
            return [];
        }

        (int first, int last) = (rows[0], rows[^1]);
        double rate = Math.Log(tail.Rates[first] / tail.Rates[last]) / Math.Max(tail.At[last] - tail.At[first], 1e-9);
        (int middle, int other) = (rows[rows.Length / 3], rows[Math.Min(rows.Length - 1, (rows.Length / 3) + 1)]);
        double local = Math.Log(tail.Rates[middle] / tail.Rates[other]) / Math.Max(tail.At[other] - tail.At[middle], 1e-9);
        return
        [
            [tail.Rates[first] * Math.Exp(rate * tail.At[first]), rate],
            [tail.Rates[first] * Math.Exp(local * tail.At[first]), local],
        ];
    }

    private static Func<int, double>? Written(double initial, double rate)
    {
        if (rate == 0)
        {
            return null;
        }

        foreach ((double factor, double every, double exact) in Decays(rate))
        {
            if (Math.Abs(exact - rate) <= 1e-13 * Math.Abs(rate))
            {
                return Schedule.ExponentialDecay(initial, factor, every);
            }
        }

        return Schedule.ExponentialDecay(initial, RoundNumbers.Clean(Math.Exp(-rate)));
    }

    /// <summary>Ways to write a decay that is near a rate, the roundest first: a factor per step, or per several steps.</summary>
    private static IEnumerable<(double Factor, double Every, double Rate)> Decays(double rate) =>
        AllDecays(rate).OrderBy(decay => Digits(decay.Factor) + (decay.Every == 1 ? 0 : Digits(decay.Every)));

    private static int Digits(double value) => RoundNumbers.DigitsIn(Structure.Numbers.Text(value));

    private static IEnumerable<(double Factor, double Every, double Rate)> AllDecays(double rate)
    {
        double perStep = Math.Exp(-rate);
        for (int digits = 1; digits <= 7; digits++)
        {
            double factor = RoundNumbers.Rounded(perStep, -digits);
            if (factor > 0 && factor != 1)
            {
                yield return (factor, 1, -Math.Log(factor));
            }
        }

        foreach (double factor in rate > 0 ? Factors : [])
        {
            double every = -Math.Log(factor) / rate;
            if (every < 1.5)
            {
                continue;
            }

            int place = (int)Math.Floor(Math.Log10(every));
            for (int digits = 0; digits <= place + DecimalPlaces; digits++)
            {
                double rounded = RoundNumbers.Rounded(every, place - digits);
                if (rounded >= 1)
                {
                    yield return (factor, rounded, -Math.Log(factor) / rounded);
                }
            }
        }
    }
}
