using LrMath.Analysis;
using Xunit;

namespace LrMath.Tests.Analysis;

/// <summary>The arithmetic of the suggestions: what counts as a fall, which of equal points is taken, and the ends of a log.</summary>
public class CurveTests
{
    [Fact]
    public void A_fall_is_more_than_a_millionth_of_the_larger_one()
    {
        Assert.False(Curve.Falls(1, 1 - 9.999995e-7));
        Assert.True(Curve.Falls(1, 1 - 1.0000005e-6));
        Assert.False(Curve.Falls(-1 + 9.999995e-7, -1));
        Assert.False(Curve.Falls(2, 2));
    }

    [Fact]
    public void Of_equal_points_the_first_is_taken()
    {
        Assert.Equal(1, RateFinder.Fall([1, 2, 3, 4], [5, 1, 5, 0], 0.5).Index);
        Assert.Equal(1, RateFinder.Minimum([1, 2, 3], [5, 1, 1]).Index);
        Assert.Equal(1, RateFinder.Steepest([0.5, 1, 2, 4], [4, 3, 2, 1]).Index);
        Assert.Equal(0, TorchLrFinder.Steepest([1, 2, 3, 4], [4, 3, 2, 1], 0, 0).Index);
        Assert.Equal(0, FastaiFinder.Steep([1, 2, 4], [3, 2, 1]).Index);
        Assert.Equal(1, IgniteFinder.LrSuggestion([1, 2, 3, 4, 5], [4, 3, 2, 1, 1]).Index);
    }

    [Fact]
    public void The_lowest_of_equal_losses_of_ignite_is_the_first() =>
        Assert.Contains("point 1", IgniteFinder.LrSuggestion([1, 2, 3], [5, 1, 1]).Reason, StringComparison.Ordinal);

    [Fact]
    public void Slopes_are_per_e_fold_and_not_per_point() => Assert.Equal(0, FastaiFinder.Steep([1, 2, 1000], [3, 2, 0.5]).Index);

    [Fact]
    public void Two_points_slide_while_their_slopes_differ_by_more_than_the_threshold()
    {
        Assert.Equal((2, false, true), Curve.Slide([0, 0, 0, 2], spacing: 1, threshold: 1));
        Assert.Equal((1, true, true), Curve.Slide([0, 0, 0, 2.5], spacing: 1, threshold: 1));
        Assert.Equal((1, true, true), Curve.Slide([0, 0, 0, 10], spacing: 1, threshold: 1));
        Assert.Equal((0, true, false), Curve.Slide([0, 2, 8, 20], spacing: 1, threshold: 0.5));
    }

    [Fact]
    public void A_loss_is_read_on_the_lines_between_the_points_and_is_level_beyond()
    {
        double[] at = [1, 2, 4];
        double[] losses = [5, 7, 3];
        Assert.Equal([5, 5, 6, 7, 5, 3, 3], new[] { 0, 1, 1.5, 2, 3, 4, 9 }.Select(x => Curve.LossAt(at, losses, x)));
    }

    [Fact]
    public void A_loss_that_never_falls_has_fastais_valley_at_its_first_rate() =>
        Assert.Equal(0, FastaiFinder.Valley([1, 2, 3], [1, 2, 3]).Index);

    [Fact]
    public void As_few_losses_as_are_needed_are_enough()
    {
        Assert.Equal(1, RateFinder.Minimum([1, 2], [2, 1]).Index);
        Assert.Equal(1, RateFinder.Fall([1, 2], [2, 1]).Index);
        Assert.Equal(1, RateFinder.Suggest([1, 2], [2, 1]).Index);
        Assert.Equal(1, RateFinder.Steepest([1, 2, 4], [3, 2, 1]).Index);
        Assert.Equal(0, RateFinder.Valley([1, 2, 4], [3, 2, 1]).Index);
        Assert.Equal(0, FastaiFinder.Steep([1, 2], [2, 1]).Index);
        Assert.Equal(0, TorchLrFinder.Steepest([1, 2], [2, 1], 0, 0).Index);
        Assert.Equal(1, IgniteFinder.LrSuggestion([1, 2, 3], [3, 2, 1]).Index);
        Assert.Equal([3, 2.5, 2], RateFinder.Smooth([1, 2, 4], [3, 2.5, 2], 0));
    }
}
