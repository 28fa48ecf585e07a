namespace LrMath.Analysis.Identifying.Bodies;

/// <summary>
/// Power laws: inverse square root, inverse time, any other power; and Noam's, which is an inverse square root after a warm-up.
/// </summary>
internal static class Powers
{
    private static readonly double[] Usual = [0.5, 1, 0.75];
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
        1,
    ];

    public static Body Body { get; } =
        new(
            [Argument.Rate, Argument.Position, Argument.Factor],
            a => a[1] > 0 && a[2] is > 0.01 and < 10 ? x => a[0] * Math.Pow(1 + (x / a[1]), -a[2]) : null,
            Written,
            tail => Usual.SelectMany(power => Guesses(tail, power))
        )
        {
            Whole = Noam,
            Likely = (a, k) =>
                k switch
                {
                    5 => Usual,
                    4 when a[2] > 0 => [Math.Round(a[2])],
                    _ => [],
                },
        };

    private static Func<int, double>? Written(double[] a)
    {
        if (a[2] == 0.5)
        {
            return Schedule.InverseSquareRoot(a[0], a[1]);
        }

        double perStep = RoundNumbers.Clean(1 / a[1]);
        return a[2] == 1 && RoundNumbers.DigitsIn(Text(perStep)) < RoundNumbers.DigitsIn(Text(a[1]))
            ? Schedule.InverseTime(a[0], perStep)
            : Schedule.PowerLaw(a[0], a[1], a[2]);
    }

    private static string Text(double value) => Structure.Numbers.Text(value);

    private static Func<int, double>? Noam(Warmed w)
    {
        if (w.Origin != -1 || w.From != 0 || w.Arguments[2] != 0.5 || w.Arguments[1] != w.Steps || w.Steps < 1)
        {
            return null;
        }

        double scale = w.Arguments[0] * Math.Sqrt(w.Steps);
        foreach (int size in ModelSizes)
        {
            double factor = scale * Math.Sqrt(size);
            double rounded = RoundNumbers.Rounded(factor, (int)Math.Floor(Math.Log10(factor)) - 1);
            if (Math.Abs(rounded - factor) <= 2e-3 * factor && Schedule.Noam(size, w.Steps, rounded) is var noam)
            {
                double exact = Math.Abs(rounded - factor) / factor;
                if (exact < 1e-5)
                {
                    return noam;
                }
            }
        }

        return null;
    }

    private static IEnumerable<double[]> Guesses(Tail tail, double power)
    {
        double reach = tail.Reach;
        List<(double[] Guess, double Sum)> tried = [];
        for (int i = 0; i < 40; i++)
        {
            double timescale = reach * Math.Exp(Math.Log(1e-4) + (i * Math.Log(1e6) / 39));
            double top = 0,
                bottom = 0,
                square = 0;
            for (int k = 0; k < tail.At.Length; k++)
            {
                double share = Math.Pow(1 + (Math.Max(tail.At[k], 0) / timescale), -power);
                top += share * tail.Rates[k];
                bottom += share * share;
                square += tail.Rates[k] * tail.Rates[k];
            }

            tried.Add(([top / bottom, timescale, power], square - (top * top / bottom)));
        }

        return tried.OrderBy(t => t.Sum).Take(1).Select(t => t.Guess);
    }
}
