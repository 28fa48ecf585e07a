using System.Text.Json;
using System.Text.Json.Serialization;
using FsCheck;
using LrMath.ClosedLoop;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.ClosedLoop;

[JsonSerializable(typeof(SteeringState))]
[JsonSerializable(typeof(SmoothedState<PlateauState>))]
[JsonSerializable(typeof(IgnoringFirstState<SmoothedState<SteeringState>>))]
internal sealed partial class WrapperJson : JsonSerializerContext;

/// <summary>Policies that wrap a policy: a smoothed metric, and a warm-up whose metrics are not seen.</summary>
public class WrapperTests
{
    private static readonly Drawn<(Plateau Policy, double[] Metrics)> Runs = Samples.Runs(Samples.Plateaus);

    [Fact]
    public void A_smoothed_policy_sees_the_moving_average_of_the_finite_metrics()
    {
        Smoothed<PlateauState> policy = new Plateau { Patience = 0 }.Smoothed(decay: 0.75);
        IReadOnlyList<SmoothedState<PlateauState>> states = policy.Replay([4, 2, double.NaN, 2, 8]);

        Assert.Equal([4, 3.5, 3.5, 3.125, 4.34375], states.Select(s => s.Average!.Value));
        Assert.Equal([4, 3.5, 3.5, 3.125, 3.125], states.Select(s => s.Inner.Best!.Value));
        Assert.Equal([1, 1, 0.1, 0.1, 0.1 * 0.1], states.Select(policy.ScaleOf));
    }

    [Cases(500)]
    public Property A_policy_that_is_smoothed_is_the_policy_on_the_smoothed_metrics() =>
        Law.Over(
            Runs,
            run =>
            {
                Smoothed<PlateauState> smoothed = run.Policy.Smoothed(0.9);
                List<double> seen = [];
                double? average = null;
                foreach (double metric in run.Metrics)
                {
                    average =
                        !double.IsFinite(metric) ? average
                        : average is { } known
                            ? Math.Clamp((0.9 * known) + ((1 - 0.9) * metric), Math.Min(known, metric), Math.Max(known, metric))
                        : metric;
                    seen.Add(double.IsFinite(metric) ? average!.Value : metric);
                }

                EachMetric.Same(smoothed, run.Metrics, run.Policy.Replay(seen), smoothed.Replay(run.Metrics).Select(s => s.Inner));
            }
        );

    [Fact]
    public void Without_decay_or_with_a_metric_that_never_changes_smoothing_does_nothing()
    {
        Law.Holds(
            Runs,
            run =>
                EachMetric.Same(
                    run.Policy,
                    run.Metrics,
                    run.Policy.Replay(run.Metrics),
                    run.Policy.Smoothed(0).Replay(run.Metrics).Select(s => s.Inner)
                ),
            times: 500
        );
        double[] flat = [.. Enumerable.Repeat(2.3026, 100)];
        Assert.All(new Plateau().Smoothed(0.98).Replay(flat), s => Assert.Equal(2.3026, s.Average));
    }

    [Cases(500)]
    public Property Metrics_of_the_warm_up_change_nothing_and_the_later_ones_are_as_if_they_were_the_first() =>
        Law.Over(
            from run in Runs
            from count in Draw.Whole(0, 8)
            select (run.Policy, run.Metrics, count),
            run =>
            {
                IgnoringFirst<PlateauState> policy = run.Policy.IgnoreFirst(run.count);
                EachMetric.Same(
                    policy,
                    run.Metrics,
                    run.Metrics.Take(run.count).Select(_ => run.Policy.Start).Concat(run.Policy.Replay(run.Metrics.Skip(run.count))),
                    policy.Replay(run.Metrics).Select(s => s.Inner)
                );
                EachMetric.Holds(policy, run.Metrics, (_, _, after) => policy.ScaleOf(after) == run.Policy.ScaleOf(after.Inner));
            }
        );

    [Fact]
    public void Wrapped_policies_can_be_wrapped_and_any_order_means_what_it_says()
    {
        Plateau plateau = new() { Patience = 0 };
        IgnoringFirst<SmoothedState<PlateauState>> wrapped = plateau.Smoothed(0.5).IgnoreFirst(2);
        Assert.Equal([1, 1, 1, 0.1], wrapped.Replay([1, 1, 3, 4]).Select(wrapped.ScaleOf));
        Assert.Equal(4, plateau.Smoothed(0.5).IgnoreFirst(1).Replay([1, 4])[^1].Inner.Average);
        Assert.Equal(2.5, plateau.IgnoreFirst(1).Smoothed(0.5).Replay([1, 4])[^1].Average);
    }

    [Fact]
    public void A_wrapped_state_goes_through_json_unharmed_with_and_without_reflection()
    {
        Law.Holds(
            Runs,
            run =>
            {
                Smoothed<PlateauState> policy = run.Policy.Smoothed(0.9);
                SmoothedState<PlateauState> state = policy.Replay(run.Metrics).LastOrDefault(policy.Start);
                return state == JsonSerializer.Deserialize<SmoothedState<PlateauState>>(JsonSerializer.Serialize(state))
                    && state
                        == JsonSerializer.Deserialize(
                            JsonSerializer.Serialize(state, WrapperJson.Default.SmoothedStatePlateauState),
                            WrapperJson.Default.SmoothedStatePlateauState
                        );
            },
            times: 500
        );
        Law.Holds(
            from policy in Samples.Steerings
            from metrics in Samples.Metrics
            select (policy, metrics),
            run =>
            {
                IgnoringFirst<SmoothedState<SteeringState>> policy = run.policy.Smoothed(0.9).IgnoreFirst(2);
                IgnoringFirstState<SmoothedState<SteeringState>> state = policy.Replay(run.metrics).LastOrDefault(policy.Start);
                return state
                        == JsonSerializer.Deserialize<IgnoringFirstState<SmoothedState<SteeringState>>>(JsonSerializer.Serialize(state))
                    && state
                        == JsonSerializer.Deserialize(
                            JsonSerializer.Serialize(state, WrapperJson.Default.IgnoringFirstStateSmoothedStateSteeringState),
                            WrapperJson.Default.IgnoringFirstStateSmoothedStateSteeringState
                        );
            },
            times: 500
        );
    }

    [Fact]
    public void A_wrapped_loop_is_resumed_from_its_state()
    {
        Func<int, double> lr = Schedule.Constant(0.1).Warmup(10);
        IgnoringFirst<SmoothedState<PlateauState>> policy = new Plateau { Patience = 1 }
            .Smoothed(0.5)
            .IgnoreFirst(3);
        double[] metrics = [9, 8, 7, 1, 1.5, 2, 2, 2, 2, 2];
        FeedbackLoop<IgnoringFirstState<SmoothedState<PlateauState>>> whole = lr.Under(policy);
        FeedbackLoop<IgnoringFirstState<SmoothedState<PlateauState>>> first = lr.Under(policy);
        foreach (double metric in metrics)
        {
            whole.Observe(metric);
        }

        foreach (double metric in metrics.Take(5))
        {
            first.Observe(metric);
        }

        FeedbackLoop<IgnoringFirstState<SmoothedState<PlateauState>>> resumed = lr.Under(
            policy,
            JsonSerializer.Deserialize<IgnoringFirstState<SmoothedState<PlateauState>>>(JsonSerializer.Serialize(first.State))
        );
        foreach (double metric in metrics.Skip(5))
        {
            resumed.Observe(metric);
        }

        Assert.True(whole.Scale < 1);
        Assert.Equal(whole.State, resumed.State);
        Assert.Equal(whole.Rate(100), resumed.Rate(100));
    }

    [Fact]
    public void Illegal_knobs_and_foreign_states_are_refused_by_name()
    {
        Plateau plateau = new();
        Assert.Throws<ArgumentOutOfRangeException>("decay", () => plateau.Smoothed(1));
        Assert.Throws<ArgumentOutOfRangeException>("decay", () => plateau.Smoothed(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => plateau.IgnoreFirst(-1));
        Assert.Throws<ArgumentNullException>("policy", () => ((IPolicy<PlateauState>)null!).Smoothed(0.5));
        Assert.Throws<ArgumentNullException>("policy", () => ((IPolicy<PlateauState>)null!).IgnoreFirst(1));
        PlateauState start = plateau.Start;
        Assert.Throws<ArgumentOutOfRangeException>(
            "IgnoredCount",
            () => plateau.IgnoreFirst(2).Validate(new() { Inner = start, IgnoredCount = 3 })
        );
        Assert.Throws<ArgumentOutOfRangeException>(
            "Inner",
            () => plateau.IgnoreFirst(2).Validate(new() { Inner = start with { BadCount = 1 }, IgnoredCount = 1 })
        );
        plateau.IgnoreFirst(2).Validate(new() { Inner = start with { BadCount = 1 }, IgnoredCount = 2 });
        Assert.Throws<ArgumentOutOfRangeException>(
            "BadCount",
            () => plateau.Smoothed(0.5).Validate(new() { Inner = start with { BadCount = 99 } })
        );
    }
}
