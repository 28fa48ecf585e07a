using static LrMath.Tests.Analysis.RunLogs.RandomRun;

namespace LrMath.Tests.Analysis.RunLogs;

/// <summary>Schedules of two or three phases, each along its own shape, as people join them.</summary>
internal static class Compositions
{
    private static readonly Func<Random, int, (string Family, Func<int, double> Schedule)>[] Families =
    [
        (r, n) => ("cosine warm-up, cosine", Cosine(r, n, n / 10, 0).Warmup(n / 10, shape: Shapes.Cosine)),
        (r, n) => ("square warm-up, linear", Schedule.Polynomial(0, 0.01, n / 10, 2).Then(Schedule.Linear(0.01, 0, n - (n / 10)), n / 10)),
        (r, n) => ("exponential warm-up, cosine", Cosine(r, n, n / 10, 1e-6).Warmup(n / 10, 1e-6, Shapes.Exponential)),
        (r, n) =>
            (
                "plateau, polynomial",
                Schedule.Polynomial(Peak(r), 0, n / 2, Pick(r, [2, 3, 0.9, 1.5])).Delay(n / 2) is var f && r.Next(2) == 0
                    ? f.Warmup(n / 10)
                    : f
            ),
        (r, n) => ("polynomial, held, polynomial", PolynomialHeldPolynomial(r, n)),
        (r, n) =>
            (
                "warm-up, exponential, linear",
                Schedule.Exponential(Peak(r) is var p ? p : 0, p / 10, n / 2).Warmup(n / 10).Cooldown(n, n / 4)
            ),
        (r, n) => ("polynomial, resumed", Resumed(r, n, Schedule.Polynomial(Peak(r), 0, n, Pick(r, [0.9, 1.5, 3])).Warmup(n / 20))),
        (r, n) => ("one-cycle, resumed", Resumed(r, n, Schedule.OneCycle(Peak(r), n))),
        (r, n) =>
            (
                "three straight",
                Schedule
                    .Linear(0.01, 0.006, n / 4)
                    .Then(Schedule.Linear(0.006, 0.005, n / 2).Then(Schedule.Linear(0.005, 0, n / 4), n / 2), n / 4)
            ),
        (r, n) => ("linear, cosine", Schedule.Linear(0.01, 0.005, n / 2).Then(Schedule.Cosine(0.005, 0, n / 2), n / 2)),
        (r, n) => ("cosine, constant, cosine", CosineConstantCosine(r, n)),
        (r, n) => ("exponential, constant", Schedule.ExponentialDecay(Peak(r), 0.5, n / 8.0).Then(Schedule.Constant(1e-6), n * 3 / 4)),
        (r, n) => ("resumed", Resumed(r, n, Schedule.Cosine(Peak(r), 0, n).Warmup(n / 10))),
        (r, n) => ("restarted whole", Restarted(r, n, Schedule.Linear(Peak(r), 0, n / 2).Warmup(n / 20))),
        (r, n) => ("restarted polynomial", Restarted(r, n, Schedule.Polynomial(Peak(r), 0, n / 2, 2))),
        (r, n) => ("restarted lower", RestartedLower(r, n)),
        (r, n) => ("frozen", Schedule.Cosine(Peak(r), 0, n).Warmup(n / 20).Freeze(n * 7 / 10)),
        (r, n) => ("floor under cosine", Schedule.Cosine(Peak(r) is var p ? p : 0, 0, n).Max(Schedule.Constant(p / 10)).Warmup(n / 20)),
        (r, n) => ("inverse sqrt, linear to 0", InverseSquareRootCooled(r, n)),
        (r, n) => ("warm-up, cosine, cooldown", Cosine(r, n, n / 5, 1e-3).Warmup(n / 20).Cooldown(n, n / 5)),
    ];

    public static (string Family, Func<int, double> Schedule, int Length, bool Endless) Of(Random random, int total)
    {
        (string family, Func<int, double> schedule) = Pick(random, Families)(random, total);
        return (family, schedule, total, false);
    }

    private static Func<int, double> PolynomialHeldPolynomial(Random random, int total)
    {
        double peak = Peak(random);
        (int first, int held) = (total * 2 / 5, total / 5);
        Func<int, double> last = Schedule.Polynomial(peak / 4, 0, total - first - held, Pick(random, [0.9, 1.5, 2]));
        return Schedule.Polynomial(peak, peak / 4, first, Pick(random, [2, 3, 0.5])).Then(last.Delay(held), first);
    }

    private static Func<int, double> Cosine(Random random, int total, int before, double end) =>
        Schedule.Cosine(Peak(random) is var peak && peak > end ? peak : 0.1, end, total - before);

    private static Func<int, double> CosineConstantCosine(Random random, int total)
    {
        double peak = Peak(random);
        int third = total / 3;
        Func<int, double> last = Schedule.Cosine(peak / 2, 0, total - (2 * third)).Delay(third);
        return Schedule.Cosine(peak, peak / 2, third).Then(last, third);
    }

    private static Func<int, double> Resumed(Random random, int total, Func<int, double> schedule)
    {
        int at = total * Pick(random, [3, 4, 5, 6]) / 10;
        return schedule.Then(schedule.Shift(at + (total / Pick(random, [5, 10, 20]))), at);
    }

    private static Func<int, double> Restarted(Random random, int total, Func<int, double> schedule) =>
        schedule.Then(schedule, total * Pick(random, [3, 4, 6]) / 10);

    private static Func<int, double> RestartedLower(Random random, int total)
    {
        Func<int, double> schedule = Schedule.Cosine(Peak(random), 0, total / 2).Warmup(total / 20);
        return schedule.Then(schedule.Scale(Pick(random, [0.5, 0.1])), total * 6 / 10);
    }

    private static Func<int, double> InverseSquareRootCooled(Random random, int total)
    {
        Func<int, double> schedule = Schedule.InverseSquareRoot(Peak(random), total / 10).Warmup(total / 10);
        return schedule.Cooldown(total, total / 5);
    }
}
