using LrMath.Analysis;
using Xunit;

namespace LrMath.Tests.Analysis;

/// <summary>Logs of range tests, resampled at evenly spaced rates; positions are powers of e here.</summary>
public class EvenLogTests
{
    [Fact]
    public void A_value_is_the_mean_over_one_gap_of_the_lines_between_the_points()
    {
        // The gap is 2: means over 0…1, 1…3 and 3…4 of a line that rises up to 1 and is level from there.
        Close([1, 2, 2], EvenLog.Of(Rates(0, 1, 4), [0, 2, 2]).Losses, 1e-12);
        Close([1.0 / 3, 4.0 / 3, 2], EvenLog.Of(Rates(0, 3, 4), [0, 2, 2]).Losses, 1e-12);
    }

    [Fact]
    public void Losses_whose_difference_is_beyond_the_doubles_have_a_mean()
    {
        // From 1.5e308 to 0.5e308 over the first half of a gap.
        Assert.Equal(1, EvenLog.Of(Rates(0, 3, 4), [1.5e308, -1.5e308, -1.5e308]).Losses[0] / 1e308, 1e-12);
    }

    [Fact]
    public void Rates_whose_quotient_is_beyond_the_doubles_are_spaced_by_their_logarithms()
    {
        double all = 600 * Math.Log(10);
        double middle = 2 - (((all / 2) - Math.Log(10)) / (all - Math.Log(10)));
        Assert.Equal(middle, EvenLog.Of([1e-300, 1e-299, 1e300], [3, 2, 1]).Losses[1], 1e-12);
    }

    [Fact]
    public void Two_points_are_even_and_stay_as_they_are() => Close([5, 3], EvenLog.Of([1, 10], [5, 3]).Losses, 0);

    [Fact]
    public void Even_values_are_read_at_the_rates_given_on_the_lines_between_them()
    {
        Close([0, 0.5, 2], EvenLog.Of(Rates(0, 1, 4), [3, 2, 1]).AtTheRatesGiven([0, 1, 2]), 1e-12);
        Close([7, 6, 1], EvenLog.Of(Rates(0, 1, 4), [3, 2, 1]).AtTheRatesGiven([7, 5, 1]), 1e-12);
        Close([7, 5, 1], EvenLog.Of(Rates(0, 2, 4), [3, 2, 1]).AtTheRatesGiven([7, 5, 1]), 0);
    }

    [Fact]
    public void The_nearest_rate_is_the_one_below_or_above()
    {
        var above = EvenLog.Of(Rates(0, 6, 10), [3, 2, 1]);
        var below = EvenLog.Of(Rates(0, 4, 10), [3, 2, 1]);
        var far = EvenLog.Of(Rates(0, 1, 10), [3, 2, 1]);
        Assert.Equal((0, 1, 2), (above.Nearest(0), above.Nearest(1), above.Nearest(2)));
        Assert.Equal((0, 1, 2), (below.Nearest(0), below.Nearest(1), below.Nearest(2)));
        Assert.Equal(1, far.Nearest(1));
        Assert.Equal(2, EvenLog.Of(Rates(0, 1, 2, 12), [4, 3, 2, 1]).Nearest(1));
    }

    [Fact]
    public void The_distance_of_two_rates_is_a_share_of_the_axis()
    {
        var uneven = EvenLog.Of(Rates(0, 1, 4), [3, 2, 1]);
        Assert.Equal((2.0, 4.0), (Math.Round(uneven.Width(0, 1), 12), Math.Round(uneven.Width(0, 2), 12)));
        Assert.Equal(2, EvenLog.Of(Rates(0, 2, 4), [3, 2, 1]).Width(1, 2), 1e-12);
    }

    private static double[] Rates(params double[] positions) => Array.ConvertAll(positions, Math.Exp);

    private static void Close(double[] expected, ReadOnlySpan<double> actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], tolerance);
        }
    }
}
