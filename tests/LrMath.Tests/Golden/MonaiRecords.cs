namespace LrMath.Tests.Golden;

/// <summary>MONAI, in LrMath's words.</summary>
internal sealed class MonaiRecords : RecordMap
{
    public MonaiRecords()
        : base("monai")
    {
        // The end is a floor under the cosine, which rises again.
        Rate(
            "WarmupCosineSchedule",
            (a, rate) =>
            {
                int total = a.Int("t_total");
                int warmup = Math.Min(Math.Max(a.Int("warmup_steps"), 0), total);
                Func<int, double> wave = Common.Wave(rate, 0, Math.Max(total - warmup, 1), 2 * a.Number("cycles"));
                return Common.AfterLine(rate * a.Number("warmup_multiplier"), rate, warmup, wave.Max(a.Number("end_lr")));
            }
        );
        Rate("LinearLR", (a, rate) => Schedule.Line(rate, a.Number("end_lr") - rate, every: a.Int("num_iter") - 1));
        Rate("ExponentialLR", (a, rate) => Schedule.ExponentialDecay(rate, a.Number("end_lr") / rate, every: a.Int("num_iter") - 1));
        Rate(
            "ParamSchedulerHandler",
            a =>
            {
                Arguments values = a.Nested("vc_kwargs");
                double initial = values.Number("initial_value");
                return a.Choice<Func<Func<int, double>>>(
                    "value_calculator",
                    ("linear", () => Linear(values, initial)),
                    ("exponential", () => Schedule.ExponentialDecay(initial, values.Number("gamma"))),
                    ("step", () => Schedule.Step(initial, values.Number("gamma"), values.Int("step_size"))),
                    ("multistep", () => Common.MultiStep(initial, values.Number("gamma"), values.Ints("milestones")))
                )();
            }
        );
    }

    // The initial value still holds at the last of its steps.
    private static Func<int, double> Linear(Arguments a, double initial)
    {
        (int from, int to, double max) = (a.Int("step_constant"), a.Int("step_max_value"), a.Number("max_value"));
        return from < to ? Schedule.Path([(from, initial), (to, max)]) : Schedule.Hold(initial, max, Math.Max(from + 1, 0));
    }
}
