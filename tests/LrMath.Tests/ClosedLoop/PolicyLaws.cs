using System.Collections.Immutable;
using FsCheck;
using LrMath.ClosedLoop;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.ClosedLoop;

public class PolicyLaws
{
    private static readonly Drawn<(Plateau Policy, double[] Metrics)> PlateauRuns = Samples.Runs(Samples.Plateaus);

    private static readonly Drawn<(Greedy Policy, double[] Metrics)> GreedyRuns = Samples.Runs(Samples.Greedies);

    public static TheoryData<string> Kinds => [.. Samples.Kinds.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_replay_in_two_parts_is_the_replay_of_the_whole(string kind) =>
        Law.Holds(
            from run in Samples.Runs(Samples.Kinds[kind])
            from at in Draw.Whole(0, 100)
            select (run.Policy, run.Metrics, at),
            run =>
            {
                IReadOnlyList<object> first = run.Policy.Replay(run.Metrics.Take(run.at));
                IReadOnlyList<object> rest = run.Policy.Replay(run.Metrics.Skip(run.at), first.LastOrDefault(run.Policy.Start));
                EachMetric.Same(run.Policy, run.Metrics, run.Policy.Replay(run.Metrics), first.Concat(rest));
            },
            times: 500
        );

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Whatever_a_policy_produces_it_accepts_and_every_number_in_it_is_finite(string kind) =>
        Law.Holds(
            Samples.Runs(Samples.Kinds[kind]),
            run =>
            {
                Assert.Equal(1, run.Policy.ScaleOf(run.Policy.Start));
                EachMetric.Holds(
                    run.Policy,
                    run.Metrics,
                    (_, _, after) =>
                        Record.Exception(() => run.Policy.Validate(after)) is null
                        && Numbers(after).All(double.IsFinite)
                        && double.IsFinite(run.Policy.ScaleOf(after))
                );
            },
            times: 500
        );

    [Cases(500)]
    public Property The_scale_of_a_plateau_never_rises() =>
        Law.Over(
            PlateauRuns,
            run => EachMetric.Holds(run.Policy, run.Metrics, (before, _, after) => run.Policy.ScaleOf(after) <= run.Policy.ScaleOf(before))
        );

    [Cases(500)]
    public Property A_plateau_never_goes_under_its_floor_unless_it_started_there() =>
        Law.Over(
            PlateauRuns,
            run =>
                EachMetric.Holds(run.Policy, run.Metrics, (_, _, after) => after.Level >= Math.Min(run.Policy.Floor, run.Policy.BaseRate))
        );

    [Cases(500)]
    public Property Two_reductions_are_further_apart_than_patience_and_cooldown_demand() =>
        Law.Over(
            PlateauRuns,
            run =>
            {
                Plateau policy = run.Policy with { AverageOver = 1 };
                PlateauState[] states = [policy.Start, .. policy.Replay(run.Metrics)];
                int[] cuts = [.. Enumerable.Range(0, run.Metrics.Length).Where(k => states[k + 1].Level < states[k].Level)];
                int bad = policy.PatienceRule switch
                {
                    PatienceRule.Exceeds => policy.Patience + 1,
                    PatienceRule.Reaches => Math.Max(policy.Patience, 1),
                    _ => Math.Max(policy.Patience, 1),
                };
                int idle = policy.LastOfCooldownCounts ? Math.Max(policy.Cooldown - 1, 0) : policy.Cooldown;
                int apart = policy.PatienceRule == PatienceRule.Meets && policy.Patience == 0 ? idle + 1 : idle + bad;
                Assert.All(
                    cuts.Zip(cuts.Skip(1)),
                    pair => Assert.True(pair.Second - pair.First >= apart, $"{policy} reduces at metrics {pair.First} and {pair.Second}")
                );
            }
        );

    [Cases(500)]
    public Property A_plateau_that_improves_all_the_time_is_never_cut() =>
        Law.Over(
            from policy in Samples.Plateaus
            from count in Draw.Whole(1, 40)
            select (policy, count),
            run =>
            {
                Plateau policy = run.policy with { Patience = run.policy.Patience + 1, RelativeThreshold = 0, AbsoluteThreshold = 0.5 };
                int sign = policy.Mode == Mode.Min ? -1 : 1;
                double[] metrics = [.. Enumerable.Range(0, run.count).Select(k => sign * (double)k)];
                EachMetric.Holds(policy, metrics, (_, _, after) => after.Level == policy.BaseRate);
            }
        );

    [Cases(500)]
    public Property Broken_metrics_first_do_not_change_what_is_learnt_afterwards() =>
        Law.Over(
            from policy in Samples.Plateaus
            from metrics in Samples.FiniteMetrics
            from broken in Draw.List(Draw.OneOf(double.NaN, double.PositiveInfinity, double.NegativeInfinity), 0, 100)
            select (policy, metrics, broken),
            c =>
            {
                Plateau policy = c.policy with { AverageOver = 1, Cooldown = 0 };
                EachMetric.Same(
                    policy,
                    c.metrics,
                    policy.Replay(c.metrics).Select(s => s.Best),
                    policy.Replay([.. c.broken, .. c.metrics]).Skip(c.broken.Length).Select(s => s.Best)
                );
            }
        );

    [Cases(500)]
    public Property The_least_of_x_is_the_most_of_minus_x() =>
        Law.Over(
            PlateauRuns,
            run =>
            {
                Plateau min = run.Policy with { Mode = Mode.Min, SignedMargin = false };
                Plateau max = min with { Mode = Mode.Max };
                EachMetric.Same(
                    min,
                    run.Metrics,
                    min.Replay(run.Metrics),
                    max.Replay(run.Metrics.Select(m => -m)).Select(s => s with { Best = -s.Best, PendingMean = -s.PendingMean })
                );
            }
        );

    [Cases(500)]
    public Property With_an_absolute_threshold_the_frameworks_too_are_symmetrical() =>
        Law.Over(
            PlateauRuns,
            run =>
            {
                Plateau min = run.Policy with { Mode = Mode.Min, RelativeThreshold = 0 };
                Plateau max = min with { Mode = Mode.Max };
                EachMetric.Same(
                    min,
                    run.Metrics,
                    min.Replay(run.Metrics).Select(s => s.Level),
                    max.Replay(run.Metrics.Select(m => -m)).Select(s => s.Level)
                );
            }
        );

    [Cases(500)]
    public Property A_relative_threshold_does_not_know_the_unit_of_the_metric() =>
        Law.Over(
            from policy in Samples.Plateaus
            from metrics in Samples.FiniteMetrics
            from exponent in Draw.Whole(-20, 20)
            select (policy, metrics, exponent),
            c =>
            {
                Plateau policy = c.policy with { AbsoluteThreshold = 0 };
                EachMetric.Same(
                    policy,
                    c.metrics,
                    policy.Replay(c.metrics).Select(s => s.Level),
                    policy.Replay(c.metrics.Select(m => Math.ScaleB(m, c.exponent))).Select(s => s.Level)
                );
            }
        );

    [Cases(500)]
    public Property A_greedy_level_stays_between_floor_and_ceiling_and_the_base_rate() =>
        Law.Over(
            GreedyRuns,
            run =>
                EachMetric.Holds(
                    run.Policy,
                    run.Metrics,
                    (_, _, after) =>
                        after.Level >= Math.Min(run.Policy.Floor, run.Policy.BaseRate)
                        && after.Level <= Math.Max(run.Policy.Ceiling, run.Policy.BaseRate)
                )
        );

    [Cases(500)]
    public Property A_window_of_1_that_is_added_up_anew_is_none() =>
        Law.Over(
            GreedyRuns,
            run =>
            {
                Greedy plain = run.Policy with { Window = 0, RunningSum = false };
                EachMetric.Same(
                    plain,
                    run.Metrics,
                    plain.Replay(run.Metrics).Select(s => s.Level),
                    (plain with { Window = 1 }).Replay(run.Metrics).Select(s => s.Level)
                );
            }
        );

    /// <summary>The numbers among the parts of a state, those of a state inside too.</summary>
    private static IEnumerable<double> Numbers(object state) =>
        state
            .GetType()
            .GetProperties()
            .SelectMany(part =>
                part.GetValue(state) switch
                {
                    null or int => [],
                    double number => [number],
                    ImmutableArray<double> window => window,
                    object inner => Numbers(inner),
                }
            );
}
