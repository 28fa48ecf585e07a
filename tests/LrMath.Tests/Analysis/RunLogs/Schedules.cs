using static LrMath.Tests.Analysis.RunLogs.RandomRun;

namespace LrMath.Tests.Analysis.RunLogs;

/// <summary>Schedules of the families that people train with, with arguments as they choose them.</summary>
internal static class Schedules
{
    private static readonly Func<Random, int, (string Family, Func<int, double> Schedule, int Length, bool Endless)>[] Families =
    [
        (r, n) => ("cosine", Schedule.Cosine(Peak(r) is var p ? p : 0, End(r, p), n), n, false),
        (r, n) => ("warmup+cosine", Warm(r, n, p => Schedule.Cosine(p, End(r, p), n - Warmup(n, r.Next(3)))), n, false),
        (r, n) => ("warmup+cosine", Warm(r, n, p => Schedule.Cosine(p, End(r, p), n)), n + (n / 10), false),
        (r, n) =>
            (
                "warmup+1 cosine",
                Schedule.Cosine(Peak(r) is var p ? p : 0, End(r, p), n).Warmup(Warmup(n, 1) + 1).Shift(1),
                n + Warmup(n, 1),
                false
            ),
        (r, n) => ("wave", Schedule.CosineWave(Peak(r) is var p ? p : 0, End(r, p), Math.Max(n / Pick(r, [2, 3, 5]), 5)), n, true),
        (r, n) => ("linear", Schedule.Linear(Peak(r) is var p ? p : 0, End(r, p), n), n, false),
        (r, n) => ("warmup+linear", Warm(r, n, p => Schedule.Linear(p, End(r, p), n)), n + (n / 10), false),
        (r, n) => ("polynomial", Schedule.Polynomial(Peak(r) is var p ? p : 0, End(r, p), n, Pick(r, [0.5, 2, 0.9, 3, 1.5])), n, false),
        (r, n) =>
            (
                "warmup+polynomial",
                Warm(r, n, p => Schedule.Polynomial(p, Pick(r, [0, 1e-7, p / 100]), n, Pick(r, [0.5, 2, 3, 0.9]))),
                n + (n / 10),
                false
            ),
        (r, n) =>
            (
                "exponential",
                Schedule.ExponentialDecay(Peak(r), n <= 300 ? Pick(r, [0.95, 0.97, 0.99, 0.9, 0.98]) : Pick(r, [0.999, 0.9999, 0.9995])),
                Math.Min(n, 5000),
                true
            ),
        (r, n) =>
            (
                "exponential every",
                Schedule.ExponentialDecay(Peak(r), Pick(r, [0.9, 0.5, 0.96, 0.1, 0.95]), Math.Max(n / Pick(r, [3, 5, 10]), 2)),
                n,
                true
            ),
        (r, n) =>
            (
                "warmup+exponential",
                Warm(r, n, p => Schedule.ExponentialDecay(p, n <= 300 ? Pick(r, [0.95, 0.97, 0.99, 0.9]) : Pick(r, [0.999, 0.9995]))),
                Math.Min(n, 5000),
                true
            ),
        (r, n) => ("step", Schedule.Step(Peak(r), Pick(r, [0.1, 0.5, 0.9, 0.2, 0.8]), Math.Max(n / Pick(r, [3, 4, 6, 10]), 2)), n, true),
        (r, n) => ("multistep", Schedule.MultiStep(Peak(r), Pick(r, [0.1, 0.2, 0.5, 0.3]), Milestones(r, n)), n, true),
        (r, n) => ("warmup+multistep", Warm(r, n, p => Schedule.MultiStep(p, Pick(r, [0.1, 0.2, 0.5]), Milestones(r, n))), n, true),
        (r, n) => ("piecewise", Schedule.Piecewise([0.1, 0.05, 0.01], Milestones(r, n)[..2]), n, true),
        (r, n) => ("warmup over step", Over(r, n, p => Schedule.Step(p, Pick(r, [0.1, 0.5]), Math.Max(n / 4, 2))), n, true),
        (r, n) => ("warmup over cosine", Over(r, n, p => Schedule.Cosine(p, End(r, p), n)), n, false),
        (r, n) => ("inverse sqrt", Schedule.InverseSquareRoot(Peak(r), Warmup(n, 1)), n, true),
        (r, n) =>
            (
                "warmup+inverse sqrt",
                Schedule.InverseSquareRoot(Peak(r), Warmup(n, r.Next(3))) is var f ? f.Warmup(Warmup(n, 1)) : f,
                n,
                true
            ),
        (r, n) => ("noam", Schedule.Noam(Pick(r, [512, 256, 768, 1024]), Math.Max(Warmup(n, 2), 2), Pick(r, [1.0, 2, 0.5])), n, true),
        (r, n) =>
            ("power law", Schedule.PowerLaw(Peak(r), Math.Max(n / Pick(r, [5, 10, 20, 25]), 1), Pick(r, [0.5, 0.75, 1, 0.6])), n, true),
        (r, n) => ("inverse time", Schedule.InverseTime(Peak(r), Pick(r, [0.5, 1, 2]), Math.Max(n / Pick(r, [5, 10]), 1)), n, true),
        (r, n) =>
            (
                "restarts",
                Schedule.CosineRestarts(
                    Peak(r) is var p ? p : 0,
                    End(r, p),
                    Math.Max(n / Pick(r, [3, 5, 7, 10]), 5),
                    Pick(r, [1, 2, 1.5, 2])
                ),
                n,
                true
            ),
        (r, n) =>
            (
                "restarts decaying",
                Schedule.CosineRestarts(Peak(r), 0, Math.Max(n / Pick(r, [5, 7, 10]), 5), Pick(r, [1, 2, 2]), Pick(r, [0.8, 0.5, 0.9])),
                n,
                true
            ),
        (r, n) => ("warmup+restarts", Warm(r, n, p => Schedule.CosineRestarts(p, 0, n / Pick(r, [2, 3, 4]))), n, true),
        (r, n) => ("cyclic", Cyclic(r, n, null), n, true),
        (r, n) => ("triangular2", Cyclic(r, n, period => Schedule.Step(1, 0.5, period)), n, true),
        (r, n) =>
            (
                "exp_range",
                Cyclic(r, n, _ => Schedule.ExponentialDecay(1, n <= 300 ? Pick(r, [0.99, 0.995, 0.999]) : Pick(r, [0.9999, 0.9995]))),
                n,
                true
            ),
        (r, n) =>
            (
                "one-cycle",
                Schedule.OneCycle(Peak(r), n, Pick(r, [0.3, 0.1, 0.25, 0.2, 0.4]), Pick(r, [25.0, 25, 10]), Pick(r, [1e4, 1e4, 100, 1000])),
                n,
                false
            ),
        (r, n) =>
            (
                "one-cycle linear",
                Schedule.OneCycle(Peak(r), n, Pick(r, [0.3, 0.1, 0.25]), 25, Pick(r, [1e4, 100]), Shapes.Linear),
                n,
                false
            ),
        (r, n) => ("one-cycle three-phase", Schedule.OneCycle(Peak(r), n, Pick(r, [0.3, 0.4, 0.25]), threePhase: true), n, false),
        (r, n) => ("wsd", Stable(r, n, null), n, false),
        (r, n) => ("wsd cosine", Stable(r, n, Shapes.Cosine), n, false),
        (r, n) => ("wsd 1-sqrt", Stable(r, n, Shapes.SquareRoot), n, false),
        (r, n) => ("path", Schedule.Path([(0, 0.005), (n / 5, 0.05), (n * 7 / 10, 0.02), (n, 0.0005)]), n, false),
        (r, n) => ("constant with warmup", Schedule.Constant(Peak(r)).Warmup(Warmup(n, 1)), n, true),
        (r, n) => ("floor", Schedule.ExponentialDecay(Peak(r) is var p ? p : 0, 0.5, n / 5.0).Max(Schedule.Constant(p / 10)), n, true),
        (r, n) => ("per epoch", Schedule.Cosine(Peak(r), 0, 10).PerEpoch(n / 10), n, false),
    ];

    public static (string Family, Func<int, double> Schedule, int Length, bool Endless) Of(Random random, int total) =>
        Families[random.Next(Families.Length)](random, total);

    private static double End(Random random, double peak) =>
        Pick(random, [0, 0, peak / 10, peak / 100, 1e-6]) is var end && end < peak ? Rounded(end) : 0;

    private static double Rounded(double value) =>
        double.Parse(
            value.ToString("G3", System.Globalization.CultureInfo.InvariantCulture),
            System.Globalization.CultureInfo.InvariantCulture
        );

    private static int Warmup(int total, int choice) =>
        Math.Max(
            total
                / (
                    choice switch
                    {
                        0 => 10,
                        1 => 20,
                        _ => 50,
                    }
                ),
            2
        );

    private static Func<int, double> Warm(Random random, int total, Func<double, Func<int, double>> after)
    {
        double peak = Peak(random);
        return after(peak).Warmup(Warmup(total, random.Next(3)), Pick(random, [0, 0, 0, Rounded(peak / 10), Rounded(peak / 1000)]));
    }

    private static Func<int, double> Over(Random random, int total, Func<double, Func<int, double>> under)
    {
        (double peak, int steps) = (Peak(random), Warmup(total, random.Next(2)));
        return Schedule.Linear(Rounded(peak / 100), peak, steps).Then(under(peak).Shift(steps), steps);
    }

    private static int[] Milestones(Random random, int total) =>
        random.Next(3) switch
        {
            0 => [total / 2, total * 3 / 4],
            1 => [total * 3 / 10, total * 6 / 10, total * 9 / 10],
            _ => [(total * 45 / 100) + random.Next(3), (total * 68 / 100) + random.Next(3)],
        };

    private static Func<int, double> Cyclic(Random random, int total, Func<int, Func<int, double>>? amplitude)
    {
        double peak = Peak(random);
        int up = Math.Max(total / Pick(random, [10, 20, 12]), 4);
        int down = up * Pick(random, [1, 2, 1]);
        return Schedule.Cyclic(Rounded(peak / Pick(random, [10, 100, 4])), peak, up, down, amplitude?.Invoke(up + down));
    }

    private static Func<int, double> Stable(Random random, int total, Shape? decay)
    {
        double peak = Peak(random);
        (int warmup, int fall) = (Warmup(total, random.Next(3)), Math.Max(total / Pick(random, [5, 10]), 5));
        return Schedule.WarmupStableDecay(
            peak,
            warmup,
            total - warmup - fall,
            fall,
            end: Pick(random, [0, 0, Rounded(peak / 10)]),
            decayShape: decay
        );
    }
}
