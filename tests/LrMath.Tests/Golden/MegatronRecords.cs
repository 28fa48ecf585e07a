namespace LrMath.Tests.Golden;

/// <summary>Megatron-LM, in LrMath's words: schedules of samples, of which each step takes as many as are in a batch.</summary>
internal sealed class MegatronRecords : RecordMap
{
    public MegatronRecords()
        : base("megatron") =>
        Rate(
            "OptimizerParamScheduler",
            a =>
            {
                int batch = a.Int("increment");
                return ((Answer)Rate(a).Stride(batch)).With("weight_decay", WeightDecay(a).Stride(batch));
            }
        );

    private static Func<int, double> Rate(Arguments a)
    {
        (double start, double peak, double end) = (a.Number("init_lr"), a.Number("max_lr"), a.Number("min_lr"));
        (int warmup, int steps) = (a.Int("lr_warmup_steps"), a.Int("lr_decay_steps"));
        (int? wsd, string? wsdStyle) = (a.IntOrNull("wsd_decay_steps"), a.TextOrNull("lr_wsd_decay_style"));

        // Counted from the start of the run; the warm-up, its last step included, is laid over it.
        Func<int, double> main = a.Choice<Func<Func<int, double>>>(
            "lr_decay_style",
            ("constant", () => Schedule.Constant(peak)),
            ("linear", () => Until(steps, Schedule.Path([(warmup, peak), (steps, end)]))),
            ("cosine", () => Until(steps, Schedule.Path([(warmup, peak), (steps, end)], Shapes.Cosine))),
            (
                "inverse-square-root",
                () =>
                    Until(
                        steps,
                        Schedule.InverseSquareRoot(peak, Math.Max(warmup, 1)).Delay(Math.Max(warmup, 1)).Max(Schedule.Constant(end))
                    )
            ),
            (
                "WSD",
                () =>
                    Until(
                        steps,
                        wsd is > 0 and { } decay
                            ? Schedule.Path([(steps - decay, peak), (steps, end)], Cooldown(wsdStyle))
                            : Schedule.Constant(peak)
                    )
            )
        )();
        return warmup > 0 ? Schedule.Linear(start, peak, warmup).Then(main.Shift(warmup + 1), at: warmup + 1) : main;

        Func<int, double> Until(int last, Func<int, double> decay) => decay.Then(Schedule.Constant(end), at: last + 1);
    }

    private static Shape Cooldown(string? style) =>
        style switch
        {
            "linear" => Shapes.Linear,
            "cosine" => Shapes.Cosine,
            "exponential" => Shapes.HalfLife,
            "minus_sqrt" => Shapes.SquareRoot,
            _ => throw new GoldenException($"lr_wsd_decay_style {style} is unknown"),
        };

    private static Func<int, double> WeightDecay(Arguments a)
    {
        (double start, double end, int steps) = (a.Number("start_wd"), a.Number("end_wd"), a.Int("wd_incr_steps"));
        return a.Choice<Func<Func<int, double>>>(
            "wd_incr_style",
            ("constant", () => Schedule.Constant(end)),
            ("linear", () => Schedule.Linear(start, end, steps)),
            ("cosine", () => Schedule.Cosine(start, end, steps))
        )();
    }
}
