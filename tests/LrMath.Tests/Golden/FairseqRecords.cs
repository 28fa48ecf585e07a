namespace LrMath.Tests.Golden;

/// <summary>fairseq, in LrMath's words.</summary>
internal sealed class FairseqRecords : RecordMap
{
    public FairseqRecords()
        : base("fairseq")
    {
        Rate(
            "inverse_sqrt",
            a =>
            {
                int warmup = a.Int("warmup_updates");
                return Schedule.InverseSquareRoot(Peak(a), warmup).Warmup(warmup, from: WarmupFrom(a, 0));
            }
        );

        // The floor shrinks with the peak: each cycle as a whole is scaled.
        Rate(
            "cosine",
            a =>
            {
                int warmup = a.Int("warmup_updates");
                (double floor, double factor, double shrink) = (a.Number("min_lr"), a.Number("t_mult"), a.Number("lr_shrink"));
                (int period, int total) = (a.Int("lr_period_updates"), a.Int("max_update"));
                period = period > 0 ? period : total - warmup;
                return Schedule
                    .CosineRestarts(Peak(a), floor, period, factor)
                    .Chain(Schedule.Restarts(1, 0, period, Shapes.Hold, factor, peakDecay: shrink))
                    .Warmup(warmup, from: WarmupFrom(a, floor));
            }
        );
        Rate(
            "polynomial_decay",
            a =>
            {
                EpochOne(a);
                (int warmup, double end, double power) = (a.Int("warmup_updates"), a.Number("end_learning_rate"), a.Number("power"));
                int steps = Math.Max(a.Int("total_num_update") - warmup, warmup > 0 ? 1 : 0);
                Func<int, double> decay = power > 0 ? Schedule.Polynomial(Peak(a), end, steps, power) : Schedule.Hold(Peak(a), end, steps);
                return decay.Warmup(warmup);
            }
        );
        Rate(
            "tri_stage",
            a =>
            {
                (int warmup, int hold, int decay) = (a.Int("warmup_steps"), a.Int("hold_steps"), a.Int("decay_steps"));
                int total = a.Int("max_update");
                if (
                    a.Raw("phase_ratio").ValueKind != System.Text.Json.JsonValueKind.Null
                    && a.Numbers("phase_ratio") is [var first, var second, var third]
                )
                {
                    (warmup, hold, decay) = ((int)(total * first), (int)(total * second), (int)(total * third));
                }

                return Schedule.TriStage(Peak(a), warmup, hold, decay, a.Number("init_lr_scale"), a.Number("final_lr_scale"));
            }
        );

        // A triangle of the peak and one of the foot, so that each shrinks or stays.
        Rate(
            "triangular",
            a =>
            {
                (double foot, double peak, int half) = (Peak(a), a.Number("max_lr"), a.Int("lr_period_updates") / 2);
                Func<int, double> shrink = Schedule.ExponentialDecay(1, a.Number("lr_shrink")).PerEpoch(2 * half);
                return a.Flag("shrink_min")
                    ? Schedule.Cyclic(foot, peak, half, half).Chain(shrink)
                    : Schedule.Cyclic(0, peak, half, half).Chain(shrink).Plus(Schedule.Cyclic(foot, 0, half, half));
            }
        );
        Rate(
            "fixed",
            a =>
            {
                EpochOne(a);
                a.Number("lr_shrink");
                return Schedule.Linear(0, Peak(a), a.Int("warmup_updates")).Shift(1);
            }
        );
        Rate(
            "step",
            a =>
            {
                double floor = a.Number("min_lr");
                return Schedule
                    .Step(Peak(a), a.Number("lr_decay"), a.Int("lr_deacy_period"))
                    .Max(Schedule.Constant(floor))
                    .Warmup(a.Int("warmup_updates"), from: WarmupFrom(a, floor));
            }
        );
    }

    private static double Peak(Arguments a) => a.Numbers("lr")[0];

    private static double WarmupFrom(Arguments a, double otherwise) => a.Number("warmup_init_lr") is >= 0 and { } value ? value : otherwise;

    // The annealing from an epoch on is not in updates; within the first epoch there is none.
    private static void EpochOne(Arguments a)
    {
        if (a.IntOrNull("force_anneal") is { } epoch)
        {
            throw new GoldenException($"force_anneal {epoch}: the records do not say when an epoch ends");
        }
    }
}
