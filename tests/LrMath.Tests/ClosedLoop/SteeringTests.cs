using FsCheck;
using LrMath.ClosedLoop;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.ClosedLoop;

/// <summary>
/// Steering by a target. Its rule is that of skrl's <c>KLAdaptiveLR.step</c> (skrl/resources/schedulers/torch/kl_adaptive.py), and with
/// <see cref="Steering.IgnoreNonPositive"/> that of rsl_rl's adaptive schedule (rsl_rl/algorithms/ppo.py).
/// </summary>
public class SteeringTests
{
    private static readonly Drawn<(Steering Policy, double[] Metrics)> Runs = Samples.Runs(Samples.Steerings);

    /// <summary>The runs that start between the bounds, where a library's rates are.</summary>
    private static readonly Drawn<(Steering Policy, double[] Metrics)> RunsWithinBounds =
        from run in Runs
        let floor = Math.Min(run.Policy.Floor, run.Policy.Ceiling)
        let baseRate = Math.Clamp(run.Policy.BaseRate, floor, run.Policy.Ceiling)
        select (run.Policy with { Floor = floor, BaseRate = baseRate }, run.Metrics);

    [Fact]
    public void A_divergence_above_twice_the_target_divides_and_one_below_half_of_it_multiplies()
    {
        Steering policy = Steering.Skrl with { BaseRate = 1e-3 };
        double[] rates = [.. policy.Replay([0.017, 0.016, 0.008, 0.004, 0.0039, 0.0039, double.NaN, 0.02]).Select(s => s.Level)];

        double low = 1e-3 / 1.5;
        Assert.Equal([low, low, low, low, low * 1.5, low * 1.5 * 1.5, low * 1.5 * 1.5, low * 1.5 * 1.5 / 1.5], rates);
    }

    [Fact]
    public void The_rate_stops_at_floor_and_ceiling()
    {
        Steering policy = Steering.Skrl with { BaseRate = 1e-3 };
        Assert.Equal(1e-2, policy.Replay(Enumerable.Repeat(1e-4, 20))[^1].Level);
        Assert.Equal(1e-6, policy.Replay(Enumerable.Repeat(1.0, 40))[^1].Level);
    }

    [Cases(500)]
    public Property Each_metric_moves_the_level_by_the_rule_of_the_libraries() =>
        Law.Over(
            RunsWithinBounds,
            run =>
            {
                Steering policy = run.Policy;
                EachMetric.Holds(policy, run.Metrics, (before, metric, after) => after.Level == Rule(before.Level, metric));

                double Rule(double rate, double divergence)
                {
                    if (divergence > policy.Target * policy.Tolerance)
                    {
                        return Math.Max(rate / policy.Factor, policy.Floor);
                    }

                    // No divergence is -∞, with which the libraries would raise.
                    bool isMeasured = policy.IgnoreNonPositive ? divergence > 0 : !double.IsNegativeInfinity(divergence);
                    return isMeasured && divergence < policy.Target / policy.Tolerance
                        ? Math.Min(rate * policy.Factor, policy.Ceiling)
                        : rate;
                }
            }
        );

    [Cases(500)]
    public Property A_level_outside_the_bounds_never_moves_further_out() =>
        Law.Over(
            Runs,
            run =>
                EachMetric.Holds(
                    run.Policy,
                    run.Metrics,
                    (before, _, after) =>
                        after.Level >= Math.Min(before.Level, run.Policy.Floor) && after.Level <= Math.Max(before.Level, run.Policy.Ceiling)
                )
        );

    [Fact]
    public void A_level_outside_the_bounds_is_not_pulled_inside()
    {
        Assert.Equal(
            [1, 1, 1],
            new Steering { Floor = 2 }
                .Replay([1, 0.008, 1])
                .Select(s => s.Level)
        );
        Assert.Equal(
            [1, 1, 1],
            new Steering { Ceiling = 0.5 }
                .Replay([1e-4, 0.008, 1e-4])
                .Select(s => s.Level)
        );
    }

    [Fact]
    public void A_metric_of_zero_raises_unless_it_was_none()
    {
        Assert.Equal(1.5e-3, (Steering.Skrl with { BaseRate = 1e-3 }).Replay([0])[0].Level);
        Assert.Equal(1e-3, (Steering.RslRl with { BaseRate = 1e-3 }).Replay([0])[0].Level);
        Assert.Equal(1.5e-3, (Steering.RslRl with { BaseRate = 1e-3 }).Replay([1e-3])[0].Level);
    }

    [Fact]
    public void An_illegal_knob_is_refused_by_name_and_a_foreign_state_too()
    {
        Assert.Throws<ArgumentOutOfRangeException>("Target", () => new Steering { Target = 0 });
        Assert.Throws<ArgumentOutOfRangeException>("Tolerance", () => new Steering { Tolerance = 0.9 });
        Assert.Throws<ArgumentOutOfRangeException>("Factor", () => new Steering { Factor = 1 });
        Assert.Throws<ArgumentOutOfRangeException>("Factor", () => new Steering { Factor = double.PositiveInfinity });
        Assert.Throws<ArgumentOutOfRangeException>("Floor", () => new Steering { Floor = -1 });
        Assert.Throws<ArgumentOutOfRangeException>("Ceiling", () => new Steering { Ceiling = 0 });
        Assert.Throws<ArgumentOutOfRangeException>("BaseRate", () => new Steering { BaseRate = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>("Level", () => new Steering().Validate(new() { Level = 11 }));
    }
}
