using LrMath.ClosedLoop;

namespace LrMath.Tests.Golden;

/// <summary>
/// warmup_scheduler, in LrMath's words: the schedule after the warm-up starts from the optimizer's rate, not from the rate reached.
/// </summary>
internal sealed class WarmupSchedulerRecords : RecordMap
{
    public WarmupSchedulerRecords()
        : base("warmup_scheduler")
    {
        Rate(
            "GradualWarmupScheduler",
            (a, rate) =>
            {
                (double multiplier, int warmup) = (a.Number("multiplier"), a.Int("total_epoch"));
                Func<int, double> rise = Schedule.Linear(multiplier == 1 ? 0 : rate, rate * multiplier, warmup);
                return a.Raw("after_scheduler").ValueKind == System.Text.Json.JsonValueKind.Null
                    ? rise
                    : rise.Then(After(a.Member("after_scheduler"), rate, rate * multiplier), at: warmup + 1);
            }
        );

        // The constructor takes a step itself; the plateau sees the metrics after the warm-up only.
        Loop(
            "GradualWarmupScheduler_ReduceLROnPlateau",
            (a, rate, metrics) =>
            {
                (double reached, int warmup, Member after) = (
                    rate * a.Number("multiplier"),
                    a.Int("total_epoch"),
                    a.Member("after_scheduler")
                );
                if (after.Name != "ReduceLROnPlateau")
                {
                    throw new GoldenException($"the member {after.Name} of warmup_scheduler is no plateau");
                }

                Plateau policy = ClosedLoopRecords.Torch(
                    after.Args,
                    reached,
                    after.Args.Number("min_lr"),
                    after.Args.Choice("mode", ClosedLoopRecords.Modes),
                    "threshold_mode"
                );
                return ClosedLoopRecords.After(Schedule.Linear(rate, reached, warmup).Shift(1), policy.IgnoreFirst(warmup - 1), metrics);
            }
        );
    }

    // PyTorch 1.13's: a cosine rises again to what the warm-up has reached.
    private static Func<int, double> After(Member member, double rate, double reached)
    {
        Arguments a = member.Args;
        return member.Name switch
        {
            "StepLR" => Schedule.Step(rate, a.Number("gamma"), a.Int("step_size")),
            "MultiStepLR" => Common.MultiStep(rate, a.Number("gamma"), a.Ints("milestones")),
            "ExponentialLR" => Schedule.ExponentialDecay(rate, a.Number("gamma")),
            "CosineAnnealingLR" => Cosine(rate, a.Number("eta_min"), reached, a.Int("T_max")),
            _ => throw new GoldenException($"the member {member.Name} of warmup_scheduler is unknown"),
        };
    }

    private static Func<int, double> Cosine(double rate, double floor, double reached, int steps) =>
        Schedule.Cosine(rate, floor, steps).Then(Schedule.CosineWave(floor, reached, steps), at: steps);
}
