using FsCheck;
using FsCheck.Xunit;
using LrMath.ClosedLoop;
using LrMath.Frameworks;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Frameworks;

/// <summary>What the golden records do not show: lowerings, arguments at the edges of their ranges.</summary>
public class TransformersTests
{
    public static TheoryData<string, string, Func<int, double>> Lowerings =>
        new()
        {
            { nameof(Transformers.GetConstantSchedule), "Schedule.Constant(0.1)", Transformers.GetConstantSchedule(0.1) },
            {
                nameof(Transformers.GetConstantScheduleWithWarmup),
                "Schedule.Constant(1).Warmup(3)",
                Transformers.GetConstantScheduleWithWarmup(1, 3)
            },
            {
                nameof(Transformers.GetLinearScheduleWithWarmup),
                "Schedule.Linear(0, 1, 3).Then(Schedule.Linear(1, 0, 6), 3)",
                Transformers.GetLinearScheduleWithWarmup(1, 3, 9)
            },
            {
                nameof(Transformers.GetCosineScheduleWithWarmup),
                "Schedule.Linear(0, 1, 3).Then(Schedule.CosineWave(1, 0, 6), 3)",
                Transformers.GetCosineScheduleWithWarmup(1, 3, 9)
            },
            {
                nameof(Transformers.GetCosineWithHardRestartsScheduleWithWarmup),
                "Schedule.Linear(0, 1, 3).Then(Schedule.CosineRestarts(1, 0, 3).Repeat(3).Then(Schedule.Constant(0), 6), 3)",
                Transformers.GetCosineWithHardRestartsScheduleWithWarmup(1, 3, 9, 2)
            },
            {
                nameof(Transformers.GetPolynomialDecayScheduleWithWarmup),
                "Schedule.Linear(0, 1, 3).Then(Schedule.Ramp(1, 0, 6, Shapes.Polynomial(2)), 3)",
                Transformers.GetPolynomialDecayScheduleWithWarmup(1, 3, 9, 0, 2)
            },
            {
                nameof(Transformers.GetInverseSqrtSchedule),
                "Schedule.InverseSquareRoot(1, 10000).Warmup(0)",
                Transformers.GetInverseSqrtSchedule(1, 0)
            },
            {
                nameof(Transformers.GetCosineWithMinLrScheduleWithWarmup),
                "Schedule.Linear(0, 1, 3).Then(Schedule.CosineWave(1, 0.25, 6), 3)",
                Transformers.GetCosineWithMinLrScheduleWithWarmup(1, 3, 9, minLrRate: 0.25)
            },
            {
                nameof(Transformers.GetCosineWithMinLrScheduleWithWarmupLrRate),
                "Schedule.Linear(0, 1, 3).Shift(1).Then(Schedule.CosineWave(1, 0.25, 6).Shift(1), 3)",
                Transformers.GetCosineWithMinLrScheduleWithWarmupLrRate(1, 3, 9, minLr: 0.25)
            },
            {
                nameof(Transformers.GetCosineWithMinLrScheduleWithWarmupLrRate),
                "Schedule.Linear(0.5, 1, 2).Then(Schedule.CosineWave(1, 0.25, 6).Shift(1), 3)",
                Transformers.GetCosineWithMinLrScheduleWithWarmupLrRate(1, 3, 9, minLr: 0.25, warmupLrRate: 0.5)
            },
            {
                nameof(Transformers.GetWsdSchedule),
                "Schedule.Ramp(0, 1, 3, Shapes.Linear).Then(Schedule.Constant(1).Then(Schedule.CosineWave(1, 0, "
                    + "4).Then(Schedule.Constant(0), 4), 2), 3)",
                Transformers.GetWsdSchedule(1, 3, 4, 9)
            },
            {
                nameof(Transformers.GetWsdSchedule),
                "Schedule.Ramp(0.25, 1, 3, Shapes.Cosine).Then(Schedule.Constant(1).Then(Schedule.Ramp(1, 0.25, 4, "
                    + "Shapes.SquareRoot), 2), 3)",
                Transformers.GetWsdSchedule(1, 3, 4, 9, warmupType: Shapes.Cosine, decayType: Shapes.SquareRoot, minLrRatio: 0.25)
            },
        };

    [Theory]
    [MemberData(nameof(Lowerings))]
    public void Each_name_is_an_expression_of_builders_and_verbs(string name, string expression, Func<int, double> schedule) =>
        Presets.IsLowering(name, expression, schedule);

    [Fact]
    public void Every_public_name_is_among_the_tested() =>
        Presets.AllAreAmong(Lowerings.Select(row => (string)row[0]), typeof(Transformers));

    [Fact]
    public void A_warm_up_that_is_longer_than_the_training_still_heads_for_the_rate()
    {
        Assert.Equal([0.5, 0.75, 0, 0], new[] { 2, 3, 4, 5 }.Select(Transformers.GetLinearScheduleWithWarmup(1, 4, 3)));
        Assert.Equal([0.75, 1, 0, 1], new[] { 3, 4, 5, 6 }.Select(Transformers.GetCosineScheduleWithWarmup(1, 4, 3)));
        Assert.Equal([0.75, 1, 0, 0], new[] { 3, 4, 5, 6 }.Select(Transformers.GetCosineWithHardRestartsScheduleWithWarmup(1, 4, 3)));
        Assert.Equal([0.75, 0.125, 0.125], new[] { 3, 4, 5 }.Select(Transformers.GetPolynomialDecayScheduleWithWarmup(1, 4, 3, 0.125)));
    }

    [Fact]
    public void No_waves_are_a_constant_and_a_power_of_0_holds_one_step_longer()
    {
        Assert.Equal([0.5, 1, 1, 1], new[] { 2, 4, 90, int.MaxValue }.Select(Transformers.GetCosineScheduleWithWarmup(1, 4, 30, 0)));
        Assert.Equal([1, 1, 0], new[] { 4, 29, 30 }.Select(Transformers.GetCosineWithHardRestartsScheduleWithWarmup(1, 4, 30, 0)));
        Assert.Equal([1, 1, 0], new[] { 4, 30, 31 }.Select(Transformers.GetPolynomialDecayScheduleWithWarmup(1, 4, 30, 0, 0)));
    }

    [Property]
    public Property Restarts_that_end_on_a_step_begin_anew_there_whatever_their_number() =>
        Law.Over(
            from length in Draw.Whole(1, 200)
            from cycles in Draw.Whole(1, 300)
            select (length, cycles),
            drawn =>
            {
                (int length, int cycles) = drawn;
                Func<int, double> lr = Transformers.GetCosineWithHardRestartsScheduleWithWarmup(1, 0, length, cycles);
                for (int step = 0; step < length; step++)
                {
                    double within = (long)step * cycles % length / (double)length;
                    Law.Near((1 + Math.Cos(Math.PI * within)) / 2, lr, step, 1e-13);
                }

                Assert.Equal(0, lr(length));
            }
        );

    [Fact]
    public void A_decay_that_is_too_long_is_cut_at_its_front()
    {
        Func<int, double> lr = Transformers.GetWsdSchedule(1, 4, 10, numTrainingSteps: 9, decayType: Shapes.Linear);
        Assert.Equal([0.75, 0.5, 0.4, 0.1, 0], new[] { 3, 4, 5, 8, 9 }.Select(step => Math.Round(lr(step), 12)));
        Assert.Equal(0, Transformers.GetWsdSchedule(1, 0, int.MaxValue, numTrainingSteps: 0)(1));
    }

    [Fact]
    public void Warm_up_by_a_share_begins_at_it_even_if_it_is_one_step_long()
    {
        Assert.Equal(
            [0.25, 1],
            new[] { 0, 9 }.Select(Transformers.GetCosineWithMinLrScheduleWithWarmupLrRate(1, 10, 30, minLr: 0, warmupLrRate: 0.25))
        );
        Assert.Equal(0.25, Transformers.GetCosineWithMinLrScheduleWithWarmupLrRate(1, 1, 30, minLr: 0, warmupLrRate: 0.25)(0));
    }

    [Fact]
    public void A_power_of_zero_holds_the_rate_until_the_training_is_over()
    {
        Assert.Equal([1, 1, 0.25], Transformers.GetPolynomialDecayScheduleWithWarmup(1, 0, 2, 0.25, power: 0).Evaluate(1..4));
        Assert.Equal(0.25, Transformers.GetPolynomialDecayScheduleWithWarmup(1, 10, 10, 0.25, power: 0)(10));
        Assert.Equal(1, Transformers.GetPolynomialDecayScheduleWithWarmup(1, 0, int.MaxValue, 0.25, power: 0)(int.MaxValue - 1));
        Assert.Equal(1, Timm.PolyLRScheduler(1, 10, power: 0)(9));
    }

    [Fact]
    public void Restarts_of_the_longest_training_begin_where_their_share_of_it_begins() =>
        Assert.Equal(1, Transformers.GetCosineWithHardRestartsScheduleWithWarmup(1, 0, 2_000_000_000, 4)(1_500_000_000));

    [Fact]
    public void A_decay_of_no_steps_is_entered_from_the_rate_before_it()
    {
        foreach (Shape? decay in new[] { null, Shapes.Linear })
        {
            Func<int, double> lr = Transformers.GetWsdSchedule(1, 0, 0, numStableSteps: 10, decayType: decay);
            Assert.Equal([1, 0, 0], lr.Evaluate(9..12));
            Assert.Equal([0, 0.5, 0], lr.Shift(10).Warmup(2).Evaluate(0..3));
        }
    }

    [Fact]
    public void A_relative_threshold_of_GreedyLR_is_not_an_absolute_one_as_well()
    {
        Assert.Equal((0.1, 0), Thresholds(relative: true));
        Assert.Equal((0, 0.1), Thresholds(relative: false));

        static (double, double) Thresholds(bool relative)
        {
            Greedy policy = Transformers.GreedyLR(1, threshold: 0.1, relativeThreshold: relative);
            return (policy.RelativeThreshold, policy.AbsoluteThreshold);
        }
    }
}
