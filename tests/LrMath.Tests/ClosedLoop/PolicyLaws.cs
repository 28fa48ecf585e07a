using FsCheck;
using FsCheck.Xunit;
using LrMath.ClosedLoop;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.ClosedLoop;

public class PolicyLaws
{
    private static readonly Drawn<(Plateau Policy, double[] Metrics)> PlateauRuns =
        from policy in Samples.Plateaus
        from metrics in Samples.Metrics
        select (policy, metrics);

    private static readonly Drawn<(Greedy Policy, double[] Metrics)> GreedyRuns =
        from policy in Samples.Greedies
        from metrics in Samples.Metrics
        select (policy, metrics);

    private static PlateauState[] WithStart(Plateau policy, double[] metrics) => [policy.Start, .. policy.Replay(metrics)];

    [Property(MaxTest = 500)]
    public Property The_scale_of_a_plateau_never_rises() =>
        Law.Over(
            PlateauRuns,
            run =>
            {
                double[] scales = [.. WithStart(run.Policy, run.Metrics).Select(run.Policy.ScaleOf)];
                return scales[0] == 1 && scales.Zip(scales.Skip(1)).All(p => p.Second <= p.First);
            }
        );

    [Property(MaxTest = 500)]
    public Property A_plateau_never_goes_under_its_floor_unless_it_started_there() =>
        Law.Over(PlateauRuns, run => run.Policy.Replay(run.Metrics).All(s => s.Level >= Math.Min(run.Policy.Floor, run.Policy.BaseRate)));

    [Property(MaxTest = 500)]
    public Property Two_reductions_are_further_apart_than_patience_and_cooldown_demand() =>
        Law.Over(
            PlateauRuns,
            run =>
            {
                Plateau policy = run.Policy with { AverageOver = 1 };
                PlateauState[] states = WithStart(policy, run.Metrics);
                int[] cuts = [.. Enumerable.Range(1, run.Metrics.Length).Where(k => states[k].Level < states[k - 1].Level)];
                int bad = policy.PatienceRule switch
                {
                    PatienceRule.Exceeds => policy.Patience + 1,
                    PatienceRule.Reaches => Math.Max(policy.Patience, 1),
                    _ => Math.Max(policy.Patience, 1),
                };
                int idle = policy.LastOfCooldownCounts ? Math.Max(policy.Cooldown - 1, 0) : policy.Cooldown;
                int apart = policy.PatienceRule == PatienceRule.Meets && policy.Patience == 0 ? idle + 1 : idle + bad;
                return cuts.Zip(cuts.Skip(1)).All(p => p.Second - p.First >= apart);
            }
        );

    [Property(MaxTest = 500)]
    public Property A_plateau_that_improves_all_the_time_is_never_cut() =>
        Law.Over(
            from policy in Samples.Plateaus
            from count in Draw.Whole(1, 40)
            select (policy, count),
            run =>
            {
                Plateau policy = run.policy with { Patience = run.policy.Patience + 1, RelativeThreshold = 0, AbsoluteThreshold = 0.5 };
                int sign = policy.Mode == Mode.Min ? -1 : 1;
                return policy.Replay(Enumerable.Range(0, run.count).Select(k => sign * (double)k)).All(s => s.Level == policy.BaseRate);
            }
        );

    [Fact]
    public void A_replay_in_two_parts_is_the_replay_of_the_whole()
    {
        Law.Holds(
            from run in PlateauRuns
            from at in Draw.Whole(0, 100)
            select (run, at),
            c => InTwo(c.run.Policy, c.run.Metrics, c.at),
            times: 500
        );
        Law.Holds(
            from run in GreedyRuns
            from at in Draw.Whole(0, 100)
            select (run, at),
            c => InTwo(c.run.Policy, c.run.Metrics, c.at),
            times: 500
        );

        static bool InTwo<TState>(IPolicy<TState> policy, double[] metrics, int at)
            where TState : class
        {
            IReadOnlyList<TState> whole = policy.Replay(metrics);
            IReadOnlyList<TState> first = policy.Replay(metrics.Take(at));
            return whole.SequenceEqual(first.Concat(policy.Replay(metrics.Skip(at), first.LastOrDefault(policy.Start))));
        }
    }

    [Fact]
    public void Whatever_a_policy_produces_it_accepts_and_every_number_in_it_is_finite()
    {
        Law.Holds(
            PlateauRuns,
            run =>
                run.Policy.Replay(run.Metrics)
                    .All(s =>
                    {
                        run.Policy.Validate(s);
                        return double.IsFinite(s.Level) && double.IsFinite(s.Best ?? 0) && double.IsFinite(s.PendingMean ?? 0);
                    }),
            times: 500
        );
        Law.Holds(
            GreedyRuns,
            run =>
                run.Policy.Replay(run.Metrics)
                    .All(s =>
                    {
                        run.Policy.Validate(s);
                        return double.IsFinite(s.Level) && double.IsFinite(s.Best ?? 0) && s.Window.All(double.IsFinite);
                    }),
            times: 500
        );
    }

    [Property(MaxTest = 500)]
    public Property Broken_metrics_first_do_not_change_what_is_learnt_afterwards() =>
        Law.Over(
            from policy in Samples.Plateaus
            from metrics in Samples.FiniteMetrics
            from broken in Draw.List(Draw.OneOf(double.NaN, double.PositiveInfinity, double.NegativeInfinity), 0, 100)
            select (policy, metrics, broken),
            c =>
            {
                Plateau policy = c.policy with { AverageOver = 1, Cooldown = 0 };
                double? clean = policy.Replay(c.metrics).LastOrDefault(policy.Start).Best;
                return policy.Replay([.. c.broken, .. c.metrics]).LastOrDefault(policy.Start).Best == clean;
            }
        );

    [Property(MaxTest = 500)]
    public Property The_least_of_x_is_the_most_of_minus_x() =>
        Law.Over(
            PlateauRuns,
            run =>
            {
                Plateau min = run.Policy with { Mode = Mode.Min, SignedMargin = false };
                Plateau max = min with { Mode = Mode.Max };
                PlateauState[] mirrored =
                [
                    .. max.Replay(run.Metrics.Select(m => -m)).Select(s => s with { Best = -s.Best, PendingMean = -s.PendingMean }),
                ];
                return min.Replay(run.Metrics).SequenceEqual(mirrored);
            }
        );

    [Property(MaxTest = 500)]
    public Property With_an_absolute_threshold_the_frameworks_too_are_symmetrical() =>
        Law.Over(
            PlateauRuns,
            run =>
            {
                Plateau min = run.Policy with { Mode = Mode.Min, RelativeThreshold = 0 };
                return min.Replay(run.Metrics)
                    .Select(s => s.Level)
                    .SequenceEqual((min with { Mode = Mode.Max }).Replay(run.Metrics.Select(m => -m)).Select(s => s.Level));
            }
        );

    [Property(MaxTest = 500)]
    public Property A_relative_threshold_does_not_know_the_unit_of_the_metric() =>
        Law.Over(
            from policy in Samples.Plateaus
            from metrics in Samples.FiniteMetrics
            from exponent in Draw.Whole(-20, 20)
            select (policy, metrics, exponent),
            c =>
            {
                Plateau policy = c.policy with { AbsoluteThreshold = 0 };
                return policy
                    .Replay(c.metrics)
                    .Select(s => s.Level)
                    .SequenceEqual(policy.Replay(c.metrics.Select(m => Math.ScaleB(m, c.exponent))).Select(s => s.Level));
            }
        );

    [Property(MaxTest = 500)]
    public Property A_greedy_level_stays_between_floor_and_ceiling_and_the_base_rate() =>
        Law.Over(
            GreedyRuns,
            run =>
                run.Policy.Replay(run.Metrics)
                    .All(s =>
                        s.Level >= Math.Min(run.Policy.Floor, run.Policy.BaseRate)
                        && s.Level <= Math.Max(run.Policy.Ceiling, run.Policy.BaseRate)
                    )
        );

    [Property(MaxTest = 500)]
    public Property A_window_of_1_that_is_added_up_anew_is_none() =>
        Law.Over(
            GreedyRuns,
            run =>
            {
                Greedy plain = run.Policy with { Window = 0, RunningSum = false };
                return plain
                    .Replay(run.Metrics)
                    .Select(s => s.Level)
                    .SequenceEqual((plain with { Window = 1 }).Replay(run.Metrics).Select(s => s.Level));
            }
        );
}
