using LrMath.ClosedLoop;
using Xunit;

namespace LrMath.Tests.ClosedLoop;

public class PlateauTests
{
    private static readonly Plateau Halving = new()
    {
        Factor = 0.5,
        Patience = 2,
        RelativeThreshold = 0,
    };

    private static double[] Scales(Plateau policy, params IEnumerable<double> metrics) =>
        [.. policy.Replay(metrics).Select(policy.ScaleOf)];

    private static IEnumerable<double> Flat(int count, double value = 1) => Enumerable.Repeat(value, count);

    [Fact]
    public void A_flat_metric_is_cut_when_the_bad_ones_exceed_the_patience_of_PyTorch_and_reach_that_of_Keras()
    {
        Plateau torch = Plateau.PyTorch with { Factor = 0.5, Patience = 2 };
        Plateau keras = Plateau.Keras with { Factor = 0.5, Patience = 2 };
        Plateau optax = Plateau.Optax with { Factor = 0.5, Patience = 2 };

        Assert.Equal([1, 1, 1, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25, 0.125], Scales(torch, Flat(10)));
        Assert.Equal([1, 1, 0.5, 0.5, 0.25, 0.25, 0.125, 0.125, 0.0625, 0.0625], Scales(keras, Flat(10)));
        Assert.Equal(Scales(keras, Flat(10)), Scales(optax, Flat(10)));
    }

    [Theory]
    [InlineData("PyTorch", new[] { 3, 8, 13 })]
    [InlineData("Paddle", new[] { 3, 8, 13 })]
    [InlineData("Keras", new[] { 2, 5, 8, 11, 14 })]
    [InlineData("Optax", new[] { 2, 6, 10, 14 })]
    public void A_cooldown_of_2_puts_the_cuts_where_each_framework_has_them(string preset, int[] cuts)
    {
        Plateau policy = (Plateau)typeof(Plateau).GetProperty(preset)!.GetValue(null)! with { Factor = 0.5, Patience = 2, Cooldown = 2 };

        double[] scales = Scales(policy, Flat(16));

        Assert.Equal(cuts, Enumerable.Range(1, 15).Where(k => scales[k] < scales[k - 1]));
    }

    [Fact]
    public void A_patience_of_0_cuts_at_each_bad_metric_but_in_optax_on_improvement_only()
    {
        Assert.Equal([1, 0.5, 0.25, 0.25], Scales(Halving with { Patience = 0 }, 3, 3, 3, 2));
        Assert.Equal([0.5, 0.5, 0.5, 0.25], Scales(Plateau.Optax with { Factor = 0.5, Patience = 0 }, 3, 3, 3, 2));
    }

    [Fact]
    public void Reaching_a_patience_of_0_is_reaching_one_of_1()
    {
        double[] metrics = [3, 2, 2, 2.5, 1, 1, 4];

        Assert.Equal(Scales(Plateau.Keras with { Patience = 1 }, metrics), Scales(Plateau.Keras with { Patience = 0 }, metrics));
    }

    [Fact]
    public void A_metric_that_stays_at_minus_1_or_slowly_worsens_is_a_plateau_except_for_the_frameworks()
    {
        double[] worsening = [.. Enumerable.Range(0, 20).Select(k => -1 + 0.00005 * k)];

        foreach (Plateau trap in (Plateau[])[Plateau.PyTorch, Plateau.Paddle, Plateau.Optax])
        {
            Assert.Equal(1, Scales(trap with { Patience = 2 }, Flat(20, -1))[^1]);
            Assert.Equal(1, Scales(trap with { Patience = 2 }, worsening)[^1]);
        }

        Assert.True(Scales(new Plateau { Patience = 2 }, Flat(20, -1))[^1] < 1e-5);
        Assert.True(Scales(new Plateau { Patience = 2 }, worsening)[^1] < 1e-5);
        Assert.True(Scales(Plateau.Keras with { Patience = 2 }, Flat(20, -1))[^1] < 1e-5);
    }

    [Fact]
    public void A_relative_threshold_of_1_lets_the_first_metric_in_except_for_the_frameworks_that_start_from_infinity()
    {
        Assert.Equal(
            5,
            new Plateau { RelativeThreshold = 1 }
                .Replay([5.0])[0]
                .Best
        );
        Assert.Null((Plateau.Optax with { RelativeThreshold = 1 }).Replay([5.0, 1.0, -1.0])[^1].Best);
    }

    [Fact]
    public void Relative_and_absolute_thresholds_add_up()
    {
        Plateau policy = new() { RelativeThreshold = 0.125, AbsoluteThreshold = 0.5 };

        Assert.Equal(8, policy.Replay([8.0, 6.5])[^1].Best);
        Assert.Equal(6.499, policy.Replay([8.0, 6.499])[^1].Best);
        Assert.Equal(-8, policy.Replay([-8.0, -9.5])[^1].Best);
        Assert.Equal(-9.501, policy.Replay([-8.0, -9.501])[^1].Best);
    }

    [Fact]
    public void An_improvement_in_the_cooldown_is_remembered_unless_the_policy_looks_away()
    {
        Plateau policy = Halving with { Patience = 0, Cooldown = 2 };

        Assert.Equal(1, policy.Replay([5.0, 5, 1])[^1].Best);
        Assert.Equal(5, (policy with { BestInCooldown = false }).Replay([5.0, 5, 1])[^1].Best);
    }

    [Fact]
    public void A_floor_stops_the_fall_and_never_raises()
    {
        Assert.Equal([1, 0.5, 0.3, 0.3, 0.3], Scales(Halving with { Patience = 0, Floor = 0.3 }, Flat(5)));
        Assert.Equal([1, 1, 1, 1, 1], Scales(Halving with { Patience = 0, Floor = 2 }, Flat(5)));
    }

    [Fact]
    public void A_change_of_epsilon_or_less_is_not_made_but_the_cooldown_starts()
    {
        Plateau policy = Halving with { Patience = 0, Cooldown = 3, Epsilon = 0.5 };

        PlateauState state = policy.Replay(Flat(2))[^1];

        Assert.Equal(
            new PlateauState
            {
                Level = 1,
                Best = 1,
                CooldownLeft = 3,
            },
            state
        );
        Assert.Equal(0.5, (policy with { Epsilon = 0.4999 }).Replay(Flat(2))[^1].Level);
    }

    [Fact]
    public void Floor_and_epsilon_have_the_unit_of_the_base_rate()
    {
        Plateau rates = Halving with { BaseRate = 0.25, Patience = 0, Floor = 0.0625 };

        Assert.Equal([0.25, 0.125, 0.0625, 0.0625], rates.Replay(Flat(4)).Select(s => s.Level));
        Assert.Equal([1, 0.5, 0.25, 0.25], Scales(rates, Flat(4)));
    }

    [Fact]
    public void Of_an_average_only_the_mean_counts()
    {
        Plateau policy = Halving with { Patience = 0, AverageOver = 3 };

        Assert.Equal([1, 1, 1, 1, 1, 1, 1, 1, 0.5], Scales(policy, 9, 0, 3, 3, 3, 3 - 1e-9, 0, 100, 0));
        Assert.Equal(4, policy.Replay([9.0, 0, 3])[^1].Best);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_metric_that_is_not_finite_is_a_bad_one_wherever_it_stands(double broken)
    {
        foreach (Plateau preset in (Plateau[])[new(), Plateau.PyTorch, Plateau.Keras, Plateau.Optax, Plateau.Paddle])
        {
            foreach (Mode mode in Enum.GetValues<Mode>())
            {
                Plateau policy = preset with { Mode = mode, Patience = 3 };
                PlateauState first = policy.Replay([broken])[0];
                Assert.Equal(policy.Start with { BadCount = 1 }, first);
                Assert.Equal(2, policy.Replay([2.0], first)[0].Best);

                PlateauState before = policy.Replay([2.0])[0];
                Assert.Equal(before with { BadCount = 1 }, policy.Next(before, broken));
            }
        }
    }

    [Fact]
    public void A_broken_metric_spoils_its_own_block_of_an_average_only()
    {
        Plateau policy = new() { AverageOver = 2 };

        IReadOnlyList<PlateauState> states = policy.Replay([double.NaN, 1, 5, 7]);

        Assert.Equal(new PlateauState { Level = 1, PendingCount = 1 }, states[0]);
        Assert.Equal(new PlateauState { Level = 1, BadCount = 1 }, states[1]);
        Assert.Equal(new PlateauState { Level = 1, Best = 6 }, states[3]);
        Assert.Equal(1, policy.Replay([double.MaxValue, double.MaxValue, double.MaxValue, double.MaxValue, 1, 1])[^1].Best);
    }

    [Fact]
    public void Illegal_knobs_are_refused_by_name_and_a_with_does_not_get_round_that()
    {
        (string Knob, Func<Plateau> Make)[] illegal =
        [
            ("BaseRate", () => new() { BaseRate = 0 }),
            ("BaseRate", () => new() { BaseRate = double.NaN }),
            ("Factor", () => new() { Factor = 1 }),
            ("Factor", () => new() { Factor = -0.1 }),
            ("Factor", () => new() { Factor = double.NaN }),
            ("Patience", () => new() { Patience = -1 }),
            ("Cooldown", () => new() { Cooldown = -1 }),
            ("AverageOver", () => new() { AverageOver = 0 }),
            ("RelativeThreshold", () => new() { RelativeThreshold = 1.1 }),
            ("RelativeThreshold", () => new() { RelativeThreshold = double.NaN }),
            ("AbsoluteThreshold", () => new() { AbsoluteThreshold = -1 }),
            ("Floor", () => new() { Floor = double.PositiveInfinity }),
            ("Epsilon", () => new() { Epsilon = -1e-9 }),
            ("Mode", () => new() { Mode = (Mode)2 }),
            ("PatienceRule", () => new() { PatienceRule = (PatienceRule)3 }),
            ("Factor", () => Plateau.PyTorch with { Factor = 2 }),
            ("Floor", () => Plateau.Keras with { Floor = -1 }),
        ];

        foreach ((string knob, Func<Plateau> make) in illegal)
        {
            Assert.Equal(knob, Assert.Throws<ArgumentOutOfRangeException>(make).ParamName);
        }
    }

    [Fact]
    public void Policies_are_equal_by_value()
    {
        Assert.Equal(Plateau.PyTorch, new Plateau { SignedMargin = true, Epsilon = 1e-8 });
        Assert.NotEqual(Plateau.PyTorch, Plateau.PyTorch with { Patience = 9 });
    }
}
