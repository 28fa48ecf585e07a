using FsCheck;
using FsCheck.Xunit;
using LrMath.ClosedLoop;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.ClosedLoop;

/// <summary>Steering by a target: the rule of the KL-adaptive schedules, written once more as those libraries have it.</summary>
public class SteeringTests
{
    private static readonly Drawn<(Steering Policy, double[] Metrics)> Runs =
        from policy in Samples.Steerings
        from metrics in Samples.Metrics
        select (policy, metrics);

    [Fact]
    public void A_divergence_above_twice_the_target_divides_and_one_below_half_of_it_multiplies()
    {
        Steering policy = Steering.Skrl with { BaseRate = 1e-3 };
        double[] rates = [.. policy.Replay([0.017, 0.016, 0.008, 0.004, 0.0039, 0.0039, double.NaN, 0.02]).Select(s => s.Level)];

        double low = 1e-3 / 1.5;
        Assert.Equal([low, low, low, low, low * 1.5, low * 1.5 * 1.5, low * 1.5 * 1.5, low * 1.5 * 1.5 / 1.5], rates);
    }

    [Fact]
    public void The_rate_stays_between_floor_and_ceiling()
    {
        Steering policy = Steering.Skrl with { BaseRate = 1e-3 };
        Assert.Equal(1e-2, policy.Replay(Enumerable.Repeat(1e-4, 20))[^1].Level);
        Assert.Equal(1e-6, policy.Replay(Enumerable.Repeat(1.0, 40))[^1].Level);
        Law.Holds(
            Runs,
            run =>
                run.Policy.Replay(run.Metrics)
                    .All(s =>
                        s.Level >= Math.Min(run.Policy.Floor, run.Policy.BaseRate)
                        && s.Level <= Math.Max(run.Policy.Ceiling, run.Policy.BaseRate)
                        && double.IsFinite(run.Policy.ScaleOf(s))
                    ),
            times: 500
        );
    }

    [Property(MaxTest = 500)]
    public Property Each_metric_moves_the_level_by_the_rule_of_the_libraries() =>
        Law.Over(
            Runs,
            run =>
            {
                Steering policy = run.Policy;
                double level = policy.BaseRate;
                foreach ((double metric, SteeringState state) in run.Metrics.Zip(policy.Replay(run.Metrics)))
                {
                    if (metric > policy.Target * policy.Tolerance)
                    {
                        level = Math.Min(level, Math.Max(level / policy.Factor, policy.Floor));
                    }
                    else if (
                        metric < policy.Target / policy.Tolerance
                        && double.IsFinite(metric)
                        && !(policy.IgnoreNonPositive && metric <= 0)
                    )
                    {
                        level = Math.Max(level, Math.Min(level * policy.Factor, policy.Ceiling));
                    }

                    if (state.Level != level)
                    {
                        return false;
                    }
                }

                return true;
            }
        );

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
        Assert.Throws<ArgumentOutOfRangeException>("Level", () => new SteeringState { Level = -1 });
    }
}
