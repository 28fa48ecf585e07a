using LrMath.Frameworks;
using LrMath.Import.Values;

namespace LrMath.Import.Libraries;

/// <summary>
/// <c>deepspeed.runtime.lr_schedules</c>. The engine steps the scheduler after each update, and the first two updates see its step 0.
/// </summary>
internal sealed class DeepSpeedLibrary : Library
{
    internal DeepSpeedLibrary()
        : base("DeepSpeed", "deepspeed", "lr_schedules")
    {
        Add(
            "WarmupLR(optimizer=None, warmup_min_lr=0.0, warmup_max_lr=0.001, warmup_num_steps=1000, warmup_type='log', "
                + "last_batch_iteration=-1)",
            a => Ramp(a, a.Number("warmup_min_lr"), a.Number("warmup_max_lr")).Delay(1)
        );
        Add(
            "WarmupDecayLR(total_num_steps, optimizer=None, warmup_min_lr=0.0, warmup_max_lr=0.001, warmup_num_steps=1000, "
                + "warmup_type='log', "
                + "last_batch_iteration=-1)",
            a =>
            {
                (double min, double max, int warmup) = (a.Number("warmup_min_lr"), a.Number("warmup_max_lr"), Warmup(a));
                int decay = Math.Max(a.Integer("total_num_steps") - warmup, 0);
                return Ramp(a, min, max).Then(Schedule.Linear(max, min, decay), at: warmup).Delay(1);
            }
        );
        Add(
            "WarmupCosineLR(total_num_steps, optimizer=None, warmup_min_ratio=0.0, warmup_num_steps=1000, cos_min_ratio=0.0001, "
                + "warmup_type='log', last_batch_iteration=-1)",
            a => new RateScheduler(
                "WarmupCosineLR",
                a.Optimizer(),
                rate =>
                {
                    int decay = Math.Max(a.Integer("total_num_steps") - Warmup(a), 0);
                    Func<int, double> ratio = Ramp(a, a.Number("warmup_min_ratio"), 1)
                        .Then(Schedule.Cosine(1, a.Number("cos_min_ratio"), decay).Shift(1), at: Warmup(a));
                    return new(Schedule.Constant(0).Then(ratio, at: 1).Scale(rate()), null);
                }
            )
        );
        Add(
            "OneCycle(cycle_min_lr, cycle_max_lr, optimizer=None, decay_lr_rate=0.0, cycle_first_step_size=2000, "
                + "cycle_second_step_size=None, "
                + "cycle_first_stair_count=0, cycle_second_stair_count=None, decay_step_size=0, cycle_momentum=True, cycle_min_mom=0.8, "
                + "cycle_max_mom=0.9, decay_mom_rate=0.0, last_batch_iteration=-1)",
            a => new RateScheduler("OneCycle", OptimizerRates.NotTold, _ => OneCycle(a))
        );
        Add(
            "LRRangeTest(optimizer=None, lr_range_test_min_lr=0.001, lr_range_test_step_size=2000, lr_range_test_step_rate=1.0, "
                + "lr_range_test_staircase=False, last_batch_iteration=-1)",
            a =>
            {
                (double min, int size) = (a.Number("lr_range_test_min_lr"), a.Integer("lr_range_test_step_size"));
                double growth = min * a.Number("lr_range_test_step_rate");
                return a.Flag("lr_range_test_staircase")
                    ? Schedule.Line(min, growth).PerEpoch(size)
                    : Schedule.Line(min, growth, every: size);
            }
        );
    }

    private static int Warmup(Arguments a) => Math.Max(a.Integer("warmup_num_steps"), 2);

    private static Func<int, double> Ramp(Arguments a, double min, double max)
    {
        int steps = Warmup(a);
        return a.Choice<Func<Func<int, double>>>(
            "warmup_type",
            ("log", () => Schedule.Ramp(min, max, steps - 1, Shapes.Logarithmic(steps))),
            ("linear", () => Schedule.Linear(min, max, steps))
        )();
    }

    private static RateAndMomentum OneCycle(Arguments a)
    {
        (double minRate, double maxRate) = (a.Number("cycle_min_lr"), a.Number("cycle_max_lr"));
        (double minMomentum, double maxMomentum) = (a.Number("cycle_min_mom"), a.Number("cycle_max_mom"));
        int up = a.Integer("cycle_first_step_size");
        int down = a.IntegerOrNull("cycle_second_step_size") ?? up;
        int upStairs = a.Integer("cycle_first_stair_count");
        int downStairs = a.IntegerOrNull("cycle_second_stair_count") ?? upStairs;
        int decay = a.Integer("decay_step_size");

        Func<int, double> afterwards =
            decay > 0 ? Schedule.InverseTime(minRate, a.Number("decay_lr_rate"), every: decay) : Schedule.Constant(minRate);
        Func<int, double> rate = Cycle(minRate, maxRate).Then(afterwards, at: up + down);
        if (!a.Flag("cycle_momentum"))
        {
            return new(rate, null);
        }

        // The first update has the momentum of the middle of the cycle.
        Func<int, double> heldOrGrowing =
            decay > 0 ? Schedule.Line(maxMomentum, maxMomentum * a.Number("decay_mom_rate"), every: decay) : Schedule.Constant(maxMomentum);
        Func<int, double> momentum = Cycle(maxMomentum, minMomentum).Then(heldOrGrowing, at: up + down);
        return new(rate, Schedule.Constant(minMomentum).Then(momentum.Shift(1), at: 1));

        Func<int, double> Cycle(double outer, double inner) =>
            Half(outer, inner, up, upStairs).Then(Half(outer, inner, down, downStairs).Reverse(down), at: up);
    }

    // At a step, ⌊stairs·step / steps⌋ stairs of the ramp are climbed.
    private static Func<int, double> Half(double outer, double inner, int steps, int stairs) =>
        stairs == 0 || steps == 0
            ? Schedule.Linear(outer, inner, steps)
            : Schedule.Linear(outer, inner, stairs).PerEpoch(steps).Stride(stairs);
}
