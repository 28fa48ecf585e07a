using LrMath.ClosedLoop;
using Xunit;

namespace LrMath.Tests.ClosedLoop;

/// <summary>Single steps of policies, their windows and ties, and what a loop records of them.</summary>
public class PolicyStepTests
{
    private static readonly Greedy Halving = new()
    {
        BaseRate = 2,
        Factor = 0.5,
        Patience = 0,
        Ceiling = 100,
    };

    [Theory]
    [InlineData(2.0, 2.0)]
    [InlineData(1.9, 4.0)]
    public void A_greedy_rate_rises_only_by_more_than_epsilon(double epsilon, double expected) =>
        Assert.Equal(expected, Next(Halving with { Epsilon = epsilon }, 1).Level);

    [Theory]
    [InlineData(1.0, 2.0)]
    [InlineData(0.9, 1.0)]
    public void A_greedy_rate_falls_only_by_more_than_epsilon(double epsilon, double expected) =>
        Assert.Equal(expected, Next(Halving with { Epsilon = epsilon }, double.NaN).Level);

    [Fact]
    public void A_running_sum_loses_what_leaves_the_window()
    {
        Greedy kept = Halving with { Window = 2, RunningSum = true };
        Assert.Equal([1, 4, 9, 13], kept.Replay([1, 3, 6, 7]).Select(state => state.WindowSum));
        Assert.Equal([0, 0, 0, 0], (kept with { RunningSum = false }).Replay([1, 3, 6, 7]).Select(state => state.WindowSum));
        Assert.Equal([6.0, 7], kept.Replay([1, 3, 6, 7])[^1].Window.ToArray());
    }

    [Fact]
    public void A_higher_metric_has_to_exceed_the_best_by_the_share()
    {
        Plateau policy = Plateau.PyTorch with { Mode = Mode.Max, RelativeThreshold = 0.1, Patience = 0 };
        Assert.Equal([1, 0.1, 0.1], policy.Replay([10, 10.5, 11.5]).Select(state => state.Level));
    }

    [Fact]
    public void A_steering_scale_is_the_quotient_of_the_rates_and_a_number()
    {
        Assert.Equal(4, new Steering { BaseRate = 0.5, Ceiling = 10 }.ScaleOf(new() { Level = 2 }));
        Assert.Equal(double.MaxValue, new Steering { BaseRate = 1e-300, Ceiling = 1e300 }.ScaleOf(new() { Level = 1e300 }));
    }

    [Fact]
    public void A_negative_zero_is_a_zero_to_an_average()
    {
        var policy = new Smoothed<PlateauState>(new Plateau(), -0.0);
        Assert.False(double.IsNegative(policy.Decay));
        Assert.False(double.IsNegative(policy.Next(policy.Start, -0.0).Average!.Value));
    }

    [Fact]
    public void The_history_ends_with_the_step_of_the_last_metric_and_has_one_scale_for_a_step()
    {
        FeedbackLoop<PlateauState> loop = Schedule.Constant(1).Under(new Plateau { Patience = 0 });
        Assert.Null(loop.History.LastStep);
        loop.Observe(1, 0);
        Assert.Equal(0, loop.History.LastStep);
        loop.Observe(2, 3);
        loop.Observe(2, 3);
        Assert.Equal([0, 4], loop.History.Changes.Select(change => change.FromStep));
        Assert.Equal(0.01, loop.History.Changes[^1].Scale, 1e-15);
    }

    [Fact]
    public void Two_histories_are_equal_if_all_of_both_is()
    {
        ScaleHistory history = new() { Changes = [new() { FromStep = 0, Scale = 1 }], LastStep = 5 };
        Assert.Equal(history, history with { LastStep = 5 });
        Assert.NotEqual(history, history with { LastStep = 6 });
        Assert.NotEqual(history, history with { Changes = [new() { FromStep = 0, Scale = 2 }] });
        Assert.False(history.Equals(null));
        Assert.EndsWith("LastStep = none }", (history with { LastStep = null }).ToString(), StringComparison.Ordinal);
    }

    private static GreedyState Next(Greedy policy, double metric) => policy.Next(policy.Start, metric);
}
