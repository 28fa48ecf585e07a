using LrMath.ClosedLoop;
using Xunit;

namespace LrMath.Tests.ClosedLoop;

public class GreedyTests
{
    private static readonly Greedy Halving = new()
    {
        Factor = 0.5,
        Patience = 1,
        Floor = 0.25,
        Ceiling = 4,
    };

    private static double[] Levels(Greedy policy, params IEnumerable<double> metrics) => [.. policy.Replay(metrics).Select(s => s.Level)];

    [Fact]
    public void Two_good_metrics_raise_and_two_bad_ones_reduce_when_one_is_borne()
    {
        Assert.Equal([1, 2, 2, 4, 4, 4], Levels(Halving, 9, 8, 7, 6, 5, 4));
        Assert.Equal([1, 1, 0.5, 0.5, 0.25, 0.25, 0.25], Levels(Halving, 1, 1, 1, 1, 1, 1, 1));
        Assert.Equal([1, 1, 1, 1, 1, 1], Levels(Halving, 9, 9, 8, 8, 7, 7));
    }

    [Fact]
    public void Transformers_adds_up_its_window_as_it_goes_and_a_margin_has_the_sign_of_the_best()
    {
        Assert.Equal(3, (Greedy.Transformers with { Window = 2 }).Replay([1.0, 2])[^1].WindowSum);
        Greedy relative = Greedy.Transformers with { RelativeThreshold = 0.1, AbsoluteThreshold = 0 };
        Assert.Equal(-0.95, relative.Replay([-1, -0.95])[^1].Best);
        Assert.Equal(-1, (relative with { SignedMargin = false }).Replay([-1, -0.95])[^1].Best);
    }

    [Fact]
    public void In_a_cooldown_and_a_warm_up_nothing_is_compared()
    {
        GreedyState reduced = (Halving with { Cooldown = 2 }).Replay([5.0, 5, 5, 1])[^1];
        GreedyState raised = (Halving with { Warmup = 2 }).Replay([5.0, 4, 1])[^1];

        Assert.Equal(
            new GreedyState
            {
                Level = 0.5,
                Best = 5,
                CooldownLeft = 1,
            },
            reduced
        );
        Assert.Equal(
            new GreedyState
            {
                Level = 2,
                Best = 4,
                WarmupLeft = 1,
            },
            raised
        );
    }

    [Fact]
    public void Asked_often_enough_for_less_than_the_floor_it_begins_anew()
    {
        Greedy policy = Halving with { Patience = 0, ResetAfter = 2, Cooldown = 1 };

        IReadOnlyList<GreedyState> states = policy.Replay([1.0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1]);
        GreedyState reset = states.First(s => s.Best is null);

        Assert.Equal([2, 1, 1, 0.5], states.Take(4).Select(s => s.Level));
        Assert.Equal(policy.Start with { CooldownLeft = 1 }, reset);
    }

    [Fact]
    public void Without_a_reset_the_floor_is_for_ever() => Assert.Equal(0.25, Levels(Halving, Enumerable.Repeat(1.0, 2_000))[^1]);

    [Fact]
    public void Resetting_after_0_and_after_1_are_the_same()
    {
        double[] metrics = [.. Enumerable.Repeat(1.0, 20)];

        Assert.Equal(Levels(Halving with { ResetAfter = 1 }, metrics), Levels(Halving with { ResetAfter = 0 }, metrics));
        Assert.Contains(1.0, Levels(Halving with { ResetAfter = 0 }, metrics)[3..]);
    }

    [Fact]
    public void A_level_outside_floor_and_ceiling_is_not_pulled_inside()
    {
        Assert.Equal([1, 1, 1, 1, 1], Levels(Halving with { Floor = 2, Ceiling = 4 }, 1, 1, 1, 1, 1));
        Assert.Equal([1, 1, 1, 1], Levels(Halving with { Floor = 0.1, Ceiling = 0.5 }, 4, 3, 2, 1));
    }

    [Fact]
    public void The_window_smooths_what_is_compared_and_slides_on_in_a_cooldown()
    {
        Greedy policy = Halving with { Window = 2, Patience = 0, Cooldown = 1, Floor = 0.125 };

        IReadOnlyList<GreedyState> states = policy.Replay([4.0, 6, 1, 1]);

        Assert.Equal([4, 6], states[1].Window.ToArray());
        Assert.Equal(4, states[1].Best);
        Assert.Equal([6, 1], states[2].Window.ToArray());
        Assert.Equal(1, states[3].Best);
    }

    [Fact]
    public void A_huge_metric_leaves_no_trace_in_a_window_that_is_added_up_anew_but_stays_in_a_running_sum()
    {
        double[] metrics = [1, 1e300, 1, 1];
        Greedy policy = new() { Window = 2, Mode = Mode.Max };

        GreedyState fresh = policy.Replay([.. metrics, 1])[^1];
        GreedyState running = (policy with { RunningSum = true }).Replay(metrics)[^1];

        Assert.Equal([1, 1], fresh.Window.ToArray());
        Assert.Equal(0, fresh.WindowSum);
        Assert.Equal([1, 1], running.Window.ToArray());
        Assert.NotEqual(2, running.WindowSum);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_metric_that_is_not_finite_is_a_bad_one_and_enters_neither_best_nor_window(double broken)
    {
        foreach (
            Greedy preset in (Greedy[])
                [Halving, Halving with { Window = 3 }, Greedy.Transformers with { Window = 3 }, Halving with { Mode = Mode.Max }]
        )
        {
            Greedy policy = preset with { Patience = 5 };
            GreedyState before = policy.Replay([2.0])[0];

            Assert.Equal(policy.Start with { BadCount = 1 }, policy.Next(policy.Start, broken));
            Assert.Equal(before with { GoodCount = 0, BadCount = 1 }, policy.Next(before, broken));
        }
    }

    [Fact]
    public void A_sum_that_overflows_counts_as_broken()
    {
        Greedy policy = new() { Window = 2, Mode = Mode.Max };

        GreedyState state = policy.Replay([double.MaxValue, double.MaxValue])[^1];

        Assert.Equal(1, state.BadCount);
        Assert.Equal([double.MaxValue], state.Window.ToArray());
    }

    [Fact]
    public void A_negative_best_is_the_frameworks_trap_and_not_ours()
    {
        double[] flat = [.. Enumerable.Repeat(-1.0, 50)];
        Greedy sound = new()
        {
            Factor = 0.5,
            Patience = 1,
            RelativeThreshold = 0.01,
            AbsoluteThreshold = 0,
        };

        Assert.True(Levels(sound, flat)[^1] < 1);
        Assert.True(Levels(sound with { SignedMargin = true }, flat)[^1] > 1);
    }

    [Fact]
    public void Illegal_knobs_are_refused_by_name()
    {
        (string Knob, Func<Greedy> Make)[] illegal =
        [
            ("BaseRate", () => new() { BaseRate = -1 }),
            ("Factor", () => new() { Factor = 0 }),
            ("Factor", () => new() { Factor = 1 }),
            ("Patience", () => new() { Patience = -1 }),
            ("Cooldown", () => new() { Cooldown = -1 }),
            ("Warmup", () => new() { Warmup = -1 }),
            ("Window", () => new() { Window = -1 }),
            ("ResetAfter", () => new() { ResetAfter = -1 }),
            ("Ceiling", () => new() { Ceiling = 0 }),
            ("Floor", () => new() { Floor = double.NaN }),
            ("Epsilon", () => new() { Epsilon = double.PositiveInfinity }),
            ("RelativeThreshold", () => new() { RelativeThreshold = -0.1 }),
            ("AbsoluteThreshold", () => new() { AbsoluteThreshold = double.NaN }),
            ("Mode", () => Greedy.Transformers with { Mode = (Mode)7 }),
        ];

        foreach ((string knob, Func<Greedy> make) in illegal)
        {
            Assert.Equal(knob, Assert.Throws<ArgumentOutOfRangeException>(make).ParamName);
        }
    }
}
