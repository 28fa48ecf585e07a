using FsCheck;
using LrMath.ClosedLoop;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.ClosedLoop;

/// <summary>What a plateau compares a metric with: the last improvement, the best of all, or the metric before.</summary>
public class BaselineTests
{
    private static readonly Drawn<(Plateau Policy, double[] Metrics)> Runs = Samples.Runs(
        Samples.Plateaus.Select(policy => policy with { AverageOver = 1 })
    );

    [Fact]
    public void The_adaptive_rate_of_scikit_learn_falls_while_the_best_follows_every_new_low()
    {
        Plateau policy = Plateau.ScikitLearn with { BaseRate = 0.1, Patience = 3, AbsoluteThreshold = 1e-4 };
        IEnumerable<double> metrics = Enumerable.Range(0, 13).Select(i => 1 - (0.5e-4 * i));

        FeedbackLoop<PlateauState> loop = Schedule.Constant(0.1).Under(policy);
        List<double> rates = [];
        foreach (double metric in metrics)
        {
            rates.Add(loop.State.Level);
            loop.Observe(metric);
        }

        Assert.Equal([0.1, 0.1, 0.1, 0.1, 0.02, 0.02, 0.02, 0.004, 0.004, 0.004, 0.0008, 0.0008, 0.0008], rates);
        Assert.Equal(1 - (0.5e-4 * 12), loop.State.Best);
        Assert.Equal(0.1, (policy with { CompareWith = Baseline.LastImprovement }).Replay(metrics)[^1].Level);
    }

    [Fact]
    public void Scikit_learn_stops_dividing_at_1e_minus_6_and_counts_a_tie_as_better()
    {
        Plateau policy = Plateau.ScikitLearn with { BaseRate = 0.1, Patience = 1 };
        Assert.Equal(2.5600000000000007e-07, policy.Replay(Enumerable.Repeat(1.0, 40))[^1].Level);
        Assert.Equal(0.1, (policy with { AbsoluteThreshold = 0 }).Replay(Enumerable.Repeat(1.0, 40))[^1].Level);
        Assert.Equal(0.02, (policy with { AbsoluteThreshold = 0, InclusiveMargin = false }).Replay([1, 1])[^1].Level);
    }

    [Fact]
    public void Newbob_halves_the_rate_when_a_metric_is_hardly_better_than_the_one_before()
    {
        double[] metrics = [4, 3, 2.9925, 2.99, 3.5, 3.0, 2.9, 2.9];
        double[] levels = [.. (Plateau.NewBob with { BaseRate = 0.08 }).Replay(metrics).Select(s => s.Level)];

        // Against 3, 2.9925 is a quarter of a percent better and enough; 2.99 is not, nor is 3.5. From there 3 is an improvement again.
        Assert.Equal([0.08, 0.08, 0.08, 0.04, 0.02, 0.02, 0.02, 0.01], levels);
    }

    [Cases(500)]
    public Property Compared_with_the_previous_metric_only_two_metrics_matter() =>
        Law.Over(
            Runs,
            run =>
            {
                Plateau policy = run.Policy with { CompareWith = Baseline.Previous, Cooldown = 0 };
                EachMetric.Holds(
                    policy,
                    run.Metrics,
                    (before, metric, after) => after.Best == (double.IsFinite(metric) ? metric : before.Best)
                );
            }
        );

    [Cases(500)]
    public Property The_best_of_all_follows_every_new_low_or_high() =>
        Law.Over(
            Runs,
            run =>
            {
                Plateau policy = run.Policy with { CompareWith = Baseline.Best, Cooldown = 0 };
                EachMetric.Holds(policy, run.Metrics, (before, metric, after) => after.Best == Better(before.Best, metric));

                double? Better(double? best, double metric) =>
                    !double.IsFinite(metric) ? best
                    : policy.Mode == Mode.Min ? Math.Min(best ?? metric, metric)
                    : Math.Max(best ?? metric, metric);
            }
        );

    [Cases(500)]
    public Property Without_a_margin_the_best_of_all_is_the_last_improvement() =>
        Law.Over(
            Runs,
            run =>
            {
                Plateau policy = run.Policy with { RelativeThreshold = 0, AbsoluteThreshold = 0, InclusiveMargin = false };
                EachMetric.Same(
                    policy,
                    run.Metrics,
                    (policy with { CompareWith = Baseline.Best }).Replay(run.Metrics),
                    (policy with { CompareWith = Baseline.LastImprovement }).Replay(run.Metrics)
                );
            }
        );

    [Cases(500)]
    public Property A_reduction_by_division_is_one_by_the_factor_within_rounding() =>
        Law.Over(
            Runs,
            run =>
            {
                Plateau policy = run.Policy with { Epsilon = 0, ByDivision = true };
                IReadOnlyList<PlateauState> multiplied = (policy with { ByDivision = false }).Replay(run.Metrics);
                int k = 0;

                // At most 100 reductions, each with three roundings of 1.1e-16.
                EachMetric.Holds(
                    policy,
                    run.Metrics,
                    (_, _, after) => multiplied[k++].Level is var level && Math.Abs(after.Level - level) <= 1e-13 * level
                );
            }
        );

    [Fact]
    public void An_undefined_baseline_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>("CompareWith", () => new Plateau { CompareWith = (Baseline)7 });
}
