using LrMath.Frameworks;

namespace LrMath.Tests.Golden;

/// <summary>MMEngine, in LrMath's words: a schedule of its own steps within a window, frozen at the window's last step.</summary>
internal sealed class MMEngineRecords : RecordMap
{
    private static readonly string[] Alone =
    [
        "ConstantLR",
        "LinearLR",
        "ExponentialLR",
        "StepLR",
        "MultiStepLR",
        "CosineAnnealingLR",
        "PolyLR",
        "CosineRestartLR",
        "OneCycleLR",
    ];

    public MMEngineRecords()
        : base("mmengine")
    {
        foreach (string name in Alone)
        {
            Rate(name, (a, rate) => Window(Inner(name, a, rate, rate), a, rate));
        }

        // One after another, or factors on top of each other.
        Rate(
            "stack",
            (a, rate) =>
                a.Members("schedulers")
                    .Aggregate(
                        Schedule.Constant(rate),
                        (before, member) =>
                        {
                            int begin = member.Args.Int("begin");
                            if (begin == 0 || member.Name is "ConstantLR" or "LinearLR" or "ExponentialLR" or "StepLR" or "MultiStepLR")
                            {
                                return before.Chain(
                                    Window(Inner(member.Name, member.Args, rate, rate).Scale(1 / rate), member.Args, before: 1)
                                );
                            }

                            double reached = before(begin);
                            return before.Then(
                                Window(Inner(member.Name, member.Args, reached, rate), member.Args, reached).Shift(begin),
                                at: begin
                            );
                        }
                    )
        );
        Loop("ReduceOnPlateauLR", ClosedLoopRecords.MMEngine);
    }

    private static Func<int, double> Window(Func<int, double> inner, Arguments a, double before) =>
        Schedule.Constant(before).Then(inner.Freeze(a.Int("end") - 1 - a.Int("begin")), at: a.Int("begin"));

    // A window of a single step freezes its first value.
    private static Func<int, double> Inner(string name, Arguments a, double start, double rate)
    {
        int window = a.Int("end") - a.Int("begin");
        int last = Math.Max(window - 1, 1);
        return name switch
        {
            "ConstantLR" => Schedule.Hold(a.Number("factor"), 1, last).Scale(start),
            "LinearLR" => Schedule.Linear(a.Number("start_factor"), a.Number("end_factor"), last).Scale(start),
            "ExponentialLR" => Schedule.ExponentialDecay(start, a.Number("gamma")),
            "StepLR" => Schedule.Step(start, a.Number("gamma"), a.Int("step_size")),
            "MultiStepLR" => MultiStep(start, a.Number("gamma"), a.Ints("milestones")),
            "PolyLR" => Polynomial(start, Floor(a, rate), last, a.Number("power")),
            "CosineAnnealingLR" => Cosine(start, rate, Floor(a, rate), a.IntOrNull("T_max") is > 0 and { } steps ? steps : window),
            "CosineRestartLR" => CosineRestarts(rate, Floor(a, rate), a.Ints("periods"), a.Numbers("restart_weights")),
            "OneCycleLR" => OneCycle(a, a.IntOrNull("total_steps") ?? window),
            _ => throw new GoldenException($"the member {name} of mmengine is unknown"),
        };
    }

    private static double Floor(Arguments a, double rate) =>
        a.Has("eta_min_ratio") ? a.Number("eta_min_ratio") * rate : a.Number("eta_min");

    private static Func<int, double> MultiStep(double start, double gamma, int[] milestones) =>
        milestones is [] ? Schedule.Constant(start) : Schedule.MultiStep(start, gamma, [.. milestones.Order()]);

    private static Func<int, double> Polynomial(double start, double floor, int steps, double power) =>
        power > 0 ? Schedule.Polynomial(start, floor, steps, power) : Schedule.Constant(start);

    // It rises again to the optimizer's own rate, whatever the rate was on entry.
    private static Func<int, double> Cosine(double start, double rate, double floor, int steps) =>
        Schedule.Cosine(start, floor, steps).Then(Schedule.CosineWave(floor, rate, steps), at: steps);

    private static Func<int, double> CosineRestarts(double rate, double floor, int[] periods, double[] weights) =>
        Schedule.Concat([.. periods.Zip(weights, (n, weight) => (Schedule.Cosine(rate * weight, floor, n), n))]).Freeze(periods.Sum() - 1);

    // Beyond its last step its last phase goes on as it was going: a line falls on, a cosine rises again.
    private static Func<int, double> OneCycle(Arguments a, int steps)
    {
        (double peak, double up, bool threePhase) = (a.Number("eta_max"), a.Number("pct_start"), a.Flag("three_phase"));
        (double divisor, double finalDivisor) = (a.Number("div_factor"), a.Number("final_div_factor"));
        Shape anneal = a.Choice("anneal_strategy", ("cos", Shapes.Cosine), ("linear", Shapes.Linear));
        Func<int, double> cycle = PyTorch
            .OneCycleLR(
                peak,
                steps,
                pctStart: up,
                annealStrategy: anneal,
                cycleMomentum: false,
                divFactor: divisor,
                finalDivFactor: finalDivisor,
                threePhase: threePhase
            )
            .Rate;

        (double from, double high) = threePhase ? ((2 * up * steps) - 2, peak / divisor) : ((up * steps) - 1, peak);
        (double last, double low) = (steps - 1, peak / divisor / finalDivisor);
        double beyond = anneal == Shapes.Cosine ? high : (2 * low) - high;
        return from < last
            ? cycle.Then(Schedule.Path([(last, low), (last + (last - from), beyond)], anneal).Shift(steps), at: steps)
            : cycle;
    }
}
