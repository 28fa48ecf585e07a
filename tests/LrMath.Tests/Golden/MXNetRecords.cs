namespace LrMath.Tests.Golden;

/// <summary>MXNet, in LrMath's words: its optimizers count an update before they ask, so that every schedule is one step ahead.</summary>
internal sealed class MXNetRecords : RecordMap
{
    public MXNetRecords()
        : base("mxnet")
    {
        // The first change may raise the rate to the stop.
        Record(
            "FactorScheduler",
            r =>
                Warmup(
                    r,
                    (a, rate) =>
                    {
                        (double factor, int every) = (a.Number("factor"), a.Int("step"));
                        return Schedule
                            .Constant(rate)
                            .Then(Schedule.Step(rate * factor, factor, every).Max(a.Number("stop_factor_lr")), at: every);
                    }
                )
        );
        Record("MultiFactorScheduler", r => Warmup(r, (a, rate) => Common.MultiStep(rate, a.Number("factor"), a.Ints("step"))));
        Record(
            "PolyScheduler",
            r =>
                Within(
                    r,
                    (a, rate, end, steps) =>
                        a.Number("pwr") is > 0 and { } power ? Schedule.Polynomial(rate, end, steps, power) : Schedule.Constant(rate)
                )
        );
        Record("CosineScheduler", r => Within(r, (_, rate, end, steps) => Schedule.Cosine(rate, end, steps)));
    }

    // The decay has been running underneath, from the optimizer's rate if that has one; the warm-up leads to the scheduler's own.
    private static Answer Warmup(GoldenRecord r, Func<Arguments, double, Func<int, double>> decay)
    {
        int ahead = Math.Max(r.Args.Int("warmup_steps") - 1, 0);
        return Rise(r.Args).Then(decay(r.Args, r.BaseRateOrNull ?? r.Args.Number("base_lr")).Shift(ahead), at: ahead);
    }

    // The fall begins after the warm-up, and knows the scheduler's own rate only; without room for it, the rate stays.
    private static Answer Within(GoldenRecord r, Func<Arguments, double, double, int, Func<int, double>> fall)
    {
        Arguments a = r.Args;
        (double rate, double end, int warmup) = (a.Number("base_lr"), a.Number("final_lr"), a.Int("warmup_steps"));
        int steps = a.Int("max_update") - warmup;
        Func<int, double> main = fall(a, rate, end, Math.Max(steps, 0));
        return Rise(a)
            .Then(
                steps < 0 ? Schedule.Constant(r.BaseRateOrNull ?? rate)
                    : warmup > 0 ? main
                    : main.Shift(1),
                at: Math.Max(warmup - 1, 0)
            );
    }

    private static Func<int, double> Rise(Arguments a)
    {
        (double from, double peak, int steps) = (a.Number("warmup_begin_lr"), a.Number("base_lr"), a.Int("warmup_steps"));
        return a.Choice<Func<Func<int, double>>>(
            "warmup_mode",
            ("linear", () => Schedule.Linear(from, peak, steps).Shift(1)),
            ("constant", () => Schedule.Constant(from))
        )();
    }
}
