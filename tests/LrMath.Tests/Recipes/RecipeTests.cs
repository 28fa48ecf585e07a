using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Recipes;

/// <summary>Recipes are the compositions that their documentation says.</summary>
public class RecipeTests
{
    [Fact]
    public void OneCycle_is_a_path_through_its_knots() =>
        Same(Schedule.Path([(0, 0.004), (29, 0.1), (99, 0.004 / 1e4)], Shapes.Cosine), Schedule.OneCycle(0.1, 100));

    [Fact]
    public void OneCycle_may_have_its_peak_between_two_steps()
    {
        Func<int, double> lr = Schedule.OneCycle(1, 25, warmupFraction: 0.3, shape: Shapes.Linear);
        Assert.True(lr(6) < 1 && lr(7) < 1 && lr(6) > 0.9 && lr(7) > 0.9);
    }

    [Fact]
    public void OneCycle_in_three_phases_comes_back_to_its_start()
    {
        Func<int, double> lr = Schedule.OneCycle(1, 100, threePhase: true);
        Assert.Equal(1.0 / 25, lr(0));
        Assert.Equal(1, lr(29));
        Assert.Equal(1.0 / 25, lr(58));
        Assert.Equal(1.0 / 25 / 1e4, lr(99));
        Assert.Equal(lr(99), lr(int.MaxValue));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.005)]
    [InlineData(0.01)]
    [InlineData(1)]
    public void OneCycle_is_finite_and_falls_for_any_share_of_warm_up(double share)
    {
        double[] values = Schedule.OneCycle(1, 100, share).Evaluate(0..200);
        Assert.All(values, value => Assert.InRange(value, 0, 1));
        double[] afterThePeak = values[Array.IndexOf(values, values.Max())..];
        Assert.Equal(afterThePeak.OrderDescending(), afterThePeak);
    }

    [Fact]
    public void WarmupStableDecay_is_a_trapezoid() =>
        Same(Schedule.Path([(0, 0), (10, 1), (90, 1), (100, 0.1)]), Schedule.WarmupStableDecay(1, 10, 80, 10, end: 0.1));

    [Fact]
    public void WarmupStableDecay_without_its_parts_is_what_is_left()
    {
        Same(Schedule.Linear(1, 0, 10), Schedule.WarmupStableDecay(1, 0, 0, 10));
        Same(Schedule.Linear(0, 1, 10).Then(Schedule.Constant(0), 10), Schedule.WarmupStableDecay(1, 10, 0, 0));
    }

    [Fact]
    public void TriStage_rises_holds_and_falls_geometrically()
    {
        Func<int, double> lr = Schedule.TriStage(1, 10, 10, 20);
        Assert.Equal(0.01, lr(0));
        Assert.Equal(1, lr(10));
        Assert.Equal(1, lr(20));
        Assert.Equal(0.1, lr(30), 1e-15);
        Assert.Equal(0.01, lr(40));
    }

    [Fact]
    public void FlatCosine_is_held_for_its_share_is_half_way_in_the_middle_of_the_rest_and_ends_with_the_steps()
    {
        Func<int, double> lr = Schedule.FlatCosine(1, 80, end: 0.2);
        Assert.All(lr.Evaluate(0..61), rate => Assert.Equal(1, rate));
        Assert.True(lr(61) < 1);
        Assert.Equal(0.6, lr(70), 1e-15);
        Assert.True(lr(79) > 0.2);
        Assert.Equal(0.2, lr(80));
        Assert.Equal(0.2, lr(int.MaxValue));
    }

    [Fact]
    public void SlantedTriangular_rises_quickly_and_falls_slowly() =>
        Same(Schedule.Path([(0, 1.0 / 32), (10, 1), (100, 1.0 / 32)]), Schedule.SlantedTriangular(1, 100));

    [Fact]
    public void RangeTest_tries_both_ends_and_each_rate_is_the_one_before_times_one_factor()
    {
        double[] rates = Schedule.RangeTest(1e-6, 1, 100).Evaluate(0..100);
        Assert.Equal(1e-6, rates[0]);
        Assert.Equal(1, rates[^1]);
        double factor = Math.Pow(1e6, 1.0 / 99);
        Assert.All(rates.Skip(1).Zip(rates), pair => Assert.Equal(factor, pair.First / pair.Second, 1e-13));
    }

    [Theory]
    [InlineData(int.MaxValue, 1, 0)]
    [InlineData(1, int.MaxValue, 0)]
    [InlineData(0, 1, int.MaxValue)]
    public void Lengths_whose_sum_is_too_long_are_refused(int warmup, int stable, int decay)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() =>
            Schedule.WarmupStableDecay(1, warmup, stable, decay)
        );
        Assert.Contains("2147483647", error.Message, StringComparison.Ordinal);
    }

    private static void Same(Func<int, double> expected, Func<int, double> actual) =>
        Law.SameBits(expected.Evaluate(0..300), actual.Evaluate(0..300), actual, 0);
}
