namespace LrMath.Analysis.Identifying.Bodies;

/// <summary>
/// A way from one value to another along a shape, and what is held after it; with a stretch at the first value before, or without.
/// </summary>
internal static class Ways
{
    private const int FractionDigits = 3;
    private static readonly double[] Powers = [1, 2, 0.5];
    private static readonly double[] DelayedPowers = [2, 3, 1.5, 0.9, 0.5];
    private static readonly double[] Fractions = [0.75, 0.72, 0.5, 0.7, 0.8, 0.6, 0.9, 0.25, 0.4, 0.3];

    public static Body Cosine { get; } = Along(Shapes.Cosine, Schedule.Cosine);

    public static Body Linear { get; } = Along(Shapes.Linear, Schedule.Linear);

    public static Body SquareRoot { get; } = Along(Shapes.SquareRoot, Schedule.SquareRoot);

    public static Body Exponential { get; } = Along(Shapes.Exponential, Schedule.Exponential) with { Guesses = Geometric };

    public static Body Polynomial { get; } =
        new(
            [Argument.Rate, Argument.Rate, Argument.Steps, Argument.Factor],
            a =>
                a[2] > 0 && a[3] is > 0.02 and < 20 ? x => a[1] + ((a[0] - a[1]) * Math.Pow(Math.Clamp(1 - (x / a[2]), 0, 1), a[3])) : null,
            a => a[3] == 1 ? Schedule.Linear(a[0], a[1], (int)a[2]) : Schedule.Polynomial(a[0], a[1], (int)a[2], a[3]),
            tail => Powers.SelectMany(power => tail.Ways(p => 1 - Math.Pow(1 - p, power)).Select(way => (double[])[.. way, power]))
        );

    /// <summary>A power that ends at zero, as most do; where the end was not reached, the rows do not tell it from the length.</summary>
    public static Body PolynomialToZero { get; } = ToZero(Polynomial);

    /// <summary>The shapes of which a value held first, as in warm-up, stable, decay, is tried.</summary>
    public static IReadOnlyList<Body> Delayed { get; } =
    [
        DelayedAlong(Shapes.Linear, null, Schedule.Linear),
        DelayedAlong(Shapes.Cosine, Shapes.Cosine, Schedule.Cosine),
        DelayedAlong(Shapes.SquareRoot, Shapes.SquareRoot, Schedule.SquareRoot),
        DelayedAlong(Shapes.Exponential, Shapes.Exponential, Schedule.Exponential),
        FlatCosine,
    ];

    /// <summary>A value held first, then a power of what remains: <c>[value, end, steps, power, held]</c>.</summary>
    public static Body DelayedPolynomial { get; } =
        new(
            [.. Polynomial.Arguments, Argument.Steps],
            a => a[4] > 0 && Polynomial.At(a) is { } at ? x => at(Math.Max(x - a[4], 0)) : null,
            a => Polynomial.Build(a)?.Delay((int)a[4]),
            tail =>
                Held(tail) is { } held
                    ? DelayedPowers.SelectMany(power =>
                        DelayedGuesses(tail, Shapes.Polynomial(power), held).Select(a => (double[])[a[0], a[1], a[2], power, a[3]])
                    )
                    : []
        );

    /// <summary>The same with a power that ends at zero.</summary>
    public static Body DelayedPolynomialToZero { get; } = ToZero(DelayedPolynomial);

    /// <summary>A body that begins one step later.</summary>
    public static Body AfterOneStep(Body body) =>
        body with
        {
            At = a => body.At(a) is { } at ? x => at(Math.Max(x - 1, 0)) : null,
            Build = a => body.Build(a)?.Delay(1),
        };

    // A cosine that begins between two steps, at a fraction of all steps: [value, end, steps, from].
    private static Body FlatCosine =>
        new(
            [Argument.Rate, Argument.Rate, Argument.Steps, Argument.Position],
            a => a[3] > 0 && a[2] > a[3] ? x => Shapes.Cosine(a[0], a[1], (x - a[3]) / (a[2] - a[3])) : null,
            a =>
                RoundNumbers.Clean(a[3] / a[2]) is var fraction && RoundNumbers.DigitsIn(Structure.Numbers.Text(fraction)) <= FractionDigits
                    ? Schedule.FlatCosine(a[0], (int)a[2], fraction, a[1])
                    : Schedule.Path([(a[3], a[0]), (a[2], a[1])], Shapes.Cosine),
            tail =>
                Held(tail) is { } held
                    ? DelayedGuesses(tail, Shapes.Cosine, held).Select(a => (double[])[a[0], a[1], a[2] + a[3], a[3]])
                    : []
        )
        {
            Likely = (a, k) => k == 6 ? Fractions.Select(fraction => fraction * a[5]) : [],
        };

    /// <summary>A body whose second argument, the end, is kept at zero.</summary>
    private static Body ToZero(Body body) =>
        body with
        {
            Kept =
            [
                [1],
            ],
            Guesses = tail => body.Guesses(tail).Select(guess => (double[])[guess[0], 0, .. guess[2..]]),
        };

    private static Body Along(Shape shape, Func<double, double, int, Func<int, double>> builder) =>
        new(
            [Argument.Rate, Argument.Rate, Argument.Steps],
            a => a[2] > 0 && Exists(shape, a[0], a[1]) ? x => shape(a[0], a[1], x / a[2]) : null,
            a => builder(a[0], a[1], (int)a[2]),
            tail => tail.Ways(p => shape(0, 1, p))
        );

    private static Body DelayedAlong(Shape shape, Shape? decay, Func<double, double, int, Func<int, double>> builder) =>
        new(
            [Argument.Rate, Argument.Rate, Argument.Steps, Argument.Steps],
            a => a[2] > 0 && a[3] > 0 && Exists(shape, a[0], a[1]) ? x => shape(a[0], a[1], (x - a[3]) / a[2]) : null,
            a => builder(a[0], a[1], (int)a[2]).Delay((int)a[3]),
            tail => Held(tail) is { } held ? DelayedGuesses(tail, shape, held) : []
        )
        {
            Whole = w =>
                Schedule.WarmupStableDecay(
                    w.Arguments[0],
                    w.Steps,
                    (int)w.Arguments[3],
                    (int)w.Arguments[2],
                    w.From,
                    w.Arguments[1],
                    decayShape: decay
                ),
        };

    private static IEnumerable<double[]> DelayedGuesses(Tail tail, Shape shape, double held)
    {
        IEnumerable<double[]> ways =
            shape == Shapes.Exponential
                ? Geometric(new Tail([.. tail.At.Select(x => Math.Max(x - held, 0))], tail.Rates, tail.Widths))
                : tail.Ways(p => shape(0, 1, p), held);
        return ways.Select(way => (double[])[.. way, held]);
    }

    /// <summary>How long the first value is held.</summary>
    private static double? Held(Tail tail)
    {
        int last = 0;
        while (
            last + 1 < tail.Rates.Length
            && Math.Abs(tail.Rates[last + 1] - tail.Rates[0]) <= 1.01 * (tail.Widths[0] + tail.Widths[last + 1])
        )
        {
            last++;
        }

        return last > 0 && last + 2 < tail.Rates.Length ? Math.Max(tail.At[last], 1) : null;
    }

    private static IEnumerable<double[]> Geometric(Tail tail)
    {
        if (!Array.TrueForAll(tail.Rates, rate => rate > 0))
        {
            return [];
        }

        return new Tail(tail.At, Array.ConvertAll(tail.Rates, Math.Log), tail.Widths)
            .Ways(p => p)
            .Select(way => (double[])[Math.Exp(way[0]), Math.Exp(way[1]), way[2]]);
    }

    private static bool Exists(Shape shape, double start, double end) =>
        shape != Shapes.Exponential || (start * end > 0 && double.IsFinite(start / end));
}
