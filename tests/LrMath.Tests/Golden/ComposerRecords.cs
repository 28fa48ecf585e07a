namespace LrMath.Tests.Golden;

/// <summary>Composer's multipliers of the base rate, in LrMath's words; times as Composer resolves them, in batches.</summary>
internal sealed class ComposerRecords : RecordMap
{
    public ComposerRecords()
        : base("composer")
    {
        Alpha("ConstantScheduler", (a, times, _) => Schedule.Hold(a.Number("alpha"), 1, times.Int("t_max")));
        Alpha("StepScheduler", (a, times, _) => Schedule.Step(1, a.Number("gamma"), times.Int("step_size")));
        Alpha("MultiStepScheduler", (a, times, _) => MultiStep(a.Number("gamma"), times.Ints("milestones")));
        Alpha("LinearScheduler", (a, times, _) => Schedule.Linear(a.Number("alpha_i"), a.Number("alpha_f"), times.Int("t_max")));
        Alpha("ExponentialScheduler", (a, times, _) => Schedule.ExponentialDecay(1, a.Number("gamma"), every: times.Int("decay_period")));
        Alpha("CosineAnnealingScheduler", (a, times, _) => Schedule.Cosine(1, a.Number("alpha_f"), times.Int("t_max")));
        Alpha("PolynomialScheduler", (a, times, _) => Polynomial(a, times.Int("t_max")));
        Alpha(
            "CosineAnnealingWarmRestartsScheduler",
            (a, times, run) =>
            {
                double floor = a.Number("alpha_f");
                return Schedule.Concat([
                    .. Periods(times.Int("t_0"), a.Number("t_mult"), run).Select(n => (Schedule.Cosine(1, floor, n), n)),
                ]);
            }
        );
        Alpha("ConstantWithWarmupScheduler", (a, times, _) => Warmup(Schedule.Constant(a.Number("alpha")), a, times));
        Alpha(
            "LinearWithWarmupScheduler",
            (a, times, _) =>
            {
                (double start, double end) = (a.Number("alpha_i"), a.Number("alpha_f"));
                return Warmup(AfterWarmup(times) is { } n ? Schedule.Linear(start, end, n) : Schedule.Constant(start), a, times);
            }
        );
        Alpha(
            "CosineAnnealingWithWarmupScheduler",
            (a, times, _) =>
            {
                double end = a.Number("alpha_f");
                return Warmup(AfterWarmup(times) is { } n ? Schedule.Cosine(1, end, n) : Schedule.Constant(1), a, times);
            }
        );
        Alpha("PolynomialWithWarmupScheduler", (a, times, _) => Warmup(Polynomial(a, AfterWarmup(times)), a, times));

        // The milestones are counted from the start of the run: the warm-up is laid over them.
        Alpha(
            "MultiStepWithWarmupScheduler",
            (a, times, _) =>
            {
                int steps = times.Int("t_warmup");
                return Schedule
                    .Linear(0, 1, Scaled(a, times))
                    .Then(MultiStep(a.Number("gamma"), times.Ints("milestones")).Shift(steps), at: steps);
            }
        );
    }

    private void Alpha(string name, Func<Arguments, Arguments, int, Func<int, double>> alpha) =>
        Record(
            name,
            record =>
            {
                foreach (
                    string time in new[]
                    {
                        "t_max",
                        "t_0",
                        "step_size",
                        "milestones",
                        "decay_period",
                        "t_warmup",
                        "max_duration",
                        "dataloader_len",
                        "ssr",
                    }
                )
                {
                    if (record.Args.Has(time))
                    {
                        record.Args.Raw(time);
                    }
                }

                return alpha(record.Args, new Arguments(record.Field("resolved"), "resolved"), record.Steps.Max()).Scale(record.BaseRate);
            }
        );

    private static Func<int, double> MultiStep(double gamma, int[] milestones) =>
        milestones is [] ? Schedule.Constant(1) : Schedule.MultiStep(1, gamma, [.. milestones.Order()]);

    private static Func<int, double> Polynomial(Arguments a, int? steps)
    {
        (double end, double power) = (a.Number("alpha_f"), a.Number("power"));
        return steps is { } n && power > 0 ? Schedule.Polynomial(1, end, n, power) : Schedule.Constant(1);
    }

    // Lengths are cut to whole batches, cycle after cycle.
    private static IEnumerable<int> Periods(int first, double factor, int run)
    {
        for ((int length, int start) = (first, 0); length > 0 && start <= run; start += length, length = (int)(factor * length))
        {
            yield return length;
        }
    }

    // No room after the warm-up means no progress at all.
    private static int? AfterWarmup(Arguments times) => times.Int("t_max") - times.Int("t_warmup") is > 0 and { } steps ? steps : null;

    // A scaled warm-up changes its slope but not its end, so that it jumps or waits there.
    private static Func<int, double> Warmup(Func<int, double> main, Arguments a, Arguments times) =>
        Schedule.Linear(0, main(0), Scaled(a, times)).Then(main, at: times.Int("t_warmup"));

    private static int Scaled(Arguments a, Arguments times) =>
        times.Int(a.Flag("scale_warmup") && times.Has("t_warmup_scaled") ? "t_warmup_scaled" : "t_warmup");
}
