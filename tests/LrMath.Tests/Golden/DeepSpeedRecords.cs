namespace LrMath.Tests.Golden;

/// <summary>DeepSpeed, in LrMath's words. Its first update and its second both see the schedule's step 0.</summary>
internal sealed class DeepSpeedRecords : RecordMap
{
    public DeepSpeedRecords()
        : base("deepspeed")
    {
        // The optimizer's own rate plays no part.
        Rate("WarmupLR", a => Ramp(a, a.Number("warmup_min_lr"), a.Number("warmup_max_lr")).Delay(1));
        Rate(
            "WarmupDecayLR",
            a =>
            {
                (double min, double max, int warmup) = (a.Number("warmup_min_lr"), a.Number("warmup_max_lr"), Warmup(a));
                int decay = Math.Max(a.Int("total_num_steps") - warmup, 0);
                return Ramp(a, min, max).Then(Schedule.Linear(max, min, decay), at: warmup).Delay(1);
            }
        );
        Rate(
            "WarmupCosineLR",
            (a, rate) =>
            {
                int decay = Math.Max(a.Int("total_num_steps") - Warmup(a), 0);
                Func<int, double> ratio = Ramp(a, a.Number("warmup_min_ratio"), 1)
                    .Then(Schedule.Cosine(1, a.Number("cos_min_ratio"), decay).Shift(1), at: Warmup(a));
                return Schedule.Constant(0).Then(ratio, at: 1).Scale(rate);
            }
        );
        Rate("OneCycle", OneCycle);
        Rate(
            "LRRangeTest",
            a =>
            {
                (double min, int size) = (a.Number("lr_range_test_min_lr"), a.Int("lr_range_test_step_size"));
                double growth = min * a.Number("lr_range_test_step_rate");
                return a.Flag("lr_range_test_staircase")
                    ? Schedule.Line(min, growth).PerEpoch(size)
                    : Schedule.Line(min, growth, every: size);
            }
        );
    }

    private static int Warmup(Arguments a) => Math.Max(a.Int("warmup_num_steps"), 2);

    private static Func<int, double> Ramp(Arguments a, double min, double max)
    {
        int steps = Warmup(a);
        return a.Choice<Func<Func<int, double>>>(
            "warmup_type",
            ("log", () => Schedule.Ramp(min, max, steps - 1, Shapes.Logarithmic(steps))),
            ("linear", () => Schedule.Linear(min, max, steps))
        )();
    }

    private static Answer OneCycle(Arguments a)
    {
        (double minRate, double maxRate, double rateDecay) = (
            a.Number("cycle_min_lr"),
            a.Number("cycle_max_lr"),
            a.Number("decay_lr_rate")
        );
        (double minMomentum, double maxMomentum, double momentumDecay) = (
            a.Number("cycle_min_mom"),
            a.Number("cycle_max_mom"),
            a.Number("decay_mom_rate")
        );
        int up = a.Int("cycle_first_step_size");
        int down = a.IntOrNull("cycle_second_step_size") ?? up;
        int upStairs = a.Int("cycle_first_stair_count");
        int downStairs = a.IntOrNull("cycle_second_stair_count") ?? upStairs;
        int decay = a.Int("decay_step_size");

        Answer rate = Cycle(minRate, maxRate)
            .Then(decay > 0 ? Schedule.InverseTime(minRate, rateDecay, every: decay) : Schedule.Constant(minRate), at: up + down);
        if (!a.Flag("cycle_momentum"))
        {
            return rate;
        }

        // The first update has the momentum of the middle of the cycle.
        Func<int, double> momentum = Cycle(maxMomentum, minMomentum)
            .Then(
                decay > 0 ? Schedule.Line(maxMomentum, maxMomentum * momentumDecay, every: decay) : Schedule.Constant(maxMomentum),
                at: up + down
            );
        return rate.With("momentum", Schedule.Constant(minMomentum).Then(momentum.Shift(1), at: 1));

        Func<int, double> Cycle(double outer, double inner) =>
            Half(outer, inner, up, upStairs).Then(Half(outer, inner, down, downStairs).Reverse(down), at: up);
    }

    // ⌊stairs·step / steps⌋ stairs of the way are climbed at a step.
    private static Func<int, double> Half(double outer, double inner, int steps, int stairs) =>
        stairs == 0 || steps == 0
            ? Schedule.Linear(outer, inner, steps)
            : Schedule.Linear(outer, inner, stairs).PerEpoch(steps).Stride(stairs);
}
