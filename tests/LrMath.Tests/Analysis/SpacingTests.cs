using System.Globalization;
using LrMath.Analysis;
using Xunit;

namespace LrMath.Tests.Analysis;

/// <summary>Suggestions of ours go by the rates, not by the number of points, and a loss that stays the same has none.</summary>
public class SpacingTests
{
    private static readonly double[] Log = [.. Enumerable.Range(0, 100).Select(k => 1e-4 * Math.Pow(1e3, k / 99.0))];
    private static readonly double[] Linear = [.. Enumerable.Range(0, 100).Select(k => 1e-4 + ((0.1 - 1e-4) * k / 99))];

    public static TheoryData<string, Func<double[], double[], Suggestion>> Suggestions =>
        new()
        {
            { "suggest", (x, y) => RateFinder.Suggest(x, y) },
            { "suggest, unsmoothed", (x, y) => RateFinder.Suggest(x, y, beta: 0) },
            { "valley", (x, y) => RateFinder.Valley(x, y) },
            { "valley, smoothed", (x, y) => RateFinder.Valley(x, RateFinder.Smooth(y)) },
            { "valley, blended", (x, y) => RateFinder.Valley(x, RateFinder.Blend(y)) },
            { "valley, smoothed in single precision", (x, y) => RateFinder.Valley(x, FastaiFinder.Smooth(y)) },
            { "steepest", (x, y) => RateFinder.Steepest(x, y) },
            { "steepest, smoothed", (x, y) => RateFinder.Steepest(x, RateFinder.Smooth(y)) },
            { "steepest, smoothed along the rates", (x, y) => RateFinder.Steepest(x, RateFinder.Smooth(x, y)) },
            { "steepest, blended", (x, y) => RateFinder.Steepest(x, RateFinder.Blend(y)) },
            { "minimum", (x, y) => RateFinder.Minimum(x, y) },
            { "minimum, smoothed", (x, y) => RateFinder.Minimum(x, RateFinder.Smooth(y)) },
            { "minimum, blended", (x, y) => RateFinder.Minimum(x, RateFinder.Blend(y)) },
            { "slide", (x, y) => RateFinder.Slide(x, y, spacing: 5) },
            { "slide without a threshold", (x, y) => RateFinder.Slide(x, RateFinder.Blend(y), spacing: 5, threshold: 0) },
            { "before divergence", (x, y) => RateFinder.BeforeDivergence(x, RateFinder.Blend(y), factor: 1) },
        };

    [Theory]
    [MemberData(nameof(Suggestions))]
    public void A_loss_that_stays_the_same_has_no_suggestion(string name, Func<double[], double[], Suggestion> suggest)
    {
        double[] rates = [.. Enumerable.Range(0, 100).Select(k => 1e-7 * Math.Pow(1e8, k / 99.0))];
        foreach (double loss in (double[])[2.3026, 0.7, 0.693147, 0.1, 100, 1e-3, -2.5, 0])
        {
            foreach (double[] spaced in (double[][])[rates, Linear])
            {
                Suggestion none = suggest(spaced, [.. Enumerable.Repeat(loss, 100)]);
                Assert.False(none.Found, $"{name} of {loss}: {none}");
                Assert.Contains("the loss does not fall", none.Reason, StringComparison.Ordinal);

                // The last digits of a single.
                Assert.False(suggest(spaced, [.. Enumerable.Range(0, 100).Select(k => loss * (1 + (1e-7 * Math.Sin(k * k))))]).Found, name);
            }
        }
    }

    [Fact]
    public void A_loss_that_stays_the_same_and_then_rises_has_no_suggestion()
    {
        double[] losses = [.. Log.Select(rate => 2.3026 + (rate > 0.02 ? 100 * (rate - 0.02) : 0))];
        Assert.False(RateFinder.Suggest(Log, losses).Found);
        Assert.False(RateFinder.Valley(Log, RateFinder.Blend(losses)).Found);
        Assert.False(RateFinder.Steepest(Log, RateFinder.Blend(losses)).Found);
        Assert.False(RateFinder.Minimum(Log, RateFinder.Blend(losses)).Found);
    }

    [Fact]
    public void The_same_curve_gives_the_same_rate_however_it_is_sampled()
    {
        Func<double, double> curve = x => 2.3 - (1.5 * x / (x + 0.003)) + (50 * x * x);
        double expected = RateFinder.Suggest(Log, [.. Log.Select(curve)]).Rate;
        Assert.InRange(expected, 1.86e-3, 1.88e-3);

        // The linear log has rates at 1.109e-3 and 2.118e-3 there.
        Assert.Equal(2.118e-3, RateFinder.Suggest(Linear, [.. Linear.Select(curve)]).Rate, 1e-6);

        // What is sampled more finely is nearer.
        foreach (int count in (int[])[1_000, 10_000])
        {
            double[] fine = [.. Enumerable.Range(0, count).Select(k => 1e-4 + ((0.1 - 1e-4) * k / (count - 1)))];
            double[] losses = [.. fine.Select(curve)];
            Near(expected, RateFinder.Suggest(fine, losses).Rate);
            Near(RateFinder.Valley(Log, [.. Log.Select(curve)]).Rate, RateFinder.Valley(fine, losses).Rate);
            Near(RateFinder.Steepest(Log, [.. Log.Select(curve)]).Rate, RateFinder.Steepest(fine, losses).Rate);
            Near(RateFinder.Minimum(Log, [.. Log.Select(curve)]).Rate, RateFinder.Minimum(fine, losses).Rate);
        }

        static void Near(double expected, double actual) => Assert.InRange(actual / expected, 1 / 1.15, 1.15);
    }

    [Fact]
    public void A_slide_counts_shares_of_the_log_axis()
    {
        Func<double, double> curve = x => x < 0.02 ? 1 : 1 + Math.Pow(50 * Math.Log(x / 0.02), 2);
        double[] fine = [.. Enumerable.Range(0, 1000).Select(k => 1e-4 + ((0.1 - 1e-4) * k / 999))];
        double[] even = [.. Enumerable.Range(0, 1000).Select(k => 1e-4 * Math.Pow(1e3, k / 999.0))];

        double expected = RateFinder.Slide(even, [.. even.Select(curve)], spacing: 50).Rate;
        Assert.InRange(RateFinder.Slide(fine, [.. fine.Select(curve)], spacing: 50).Rate / expected, 0.97, 1.03);

        // The right one of the two points, which are 5 % of the axis apart, stands where the loss begins to rise.
        Assert.InRange(expected, 0.0135, 0.0145);
    }

    [Fact]
    public void Losses_are_smoothed_along_the_rates_and_along_the_points_where_these_are_even()
    {
        Func<double, double> curve = x => 2.3 - (1.5 * x / (x + 0.003)) + (50 * x * x);
        double[] fine = [.. Enumerable.Range(0, 10_000).Select(k => 1e-4 + ((0.1 - 1e-4) * k / 9_999))];
        double[] dense = [.. Enumerable.Range(0, 10_000).Select(k => 1e-4 * Math.Pow(1e3, k / 9_999.0))];
        double[] along = RateFinder.Smooth(fine, [.. fine.Select(curve)]);
        double[] expected = RateFinder.Smooth([.. dense.Select(curve)]);

        Assert.Equal(expected, RateFinder.Smooth(dense, [.. dense.Select(curve)]));
        Assert.All([0.001, 0.003, 0.01, 0.03, 0.09], rate => Assert.Equal(At(dense, expected, rate), At(fine, along, rate), 0.003));
        Assert.Equal([5, 3, 4], RateFinder.Smooth([1, 10, 11], [5, 3, 4], beta: 0));
        Assert.Equal(double.NaN, RateFinder.Smooth([1, 10, 11, 13, 20], [5, 3, 4, double.NaN, 2])[^1]);
        Assert.InRange(RateFinder.Steepest(fine, along).Rate / RateFinder.Steepest(dense, expected).Rate, 0.9, 1.1);

        static double At(double[] rates, double[] losses, double rate) => losses[Array.FindIndex(rates, x => x >= rate)];
    }

    [Fact]
    public void Dense_points_are_averaged_and_sparse_ones_are_joined_by_lines()
    {
        var even = EvenLog.Of([1, 10, 100, 101, 102, 103, 1000], [5, 3, 1, 3, 1, 3, 1]);
        Assert.Equal(7, even.Losses.Length);
        Assert.InRange(even.Losses[0], 4.7, 5);
        Assert.Equal(4, even.Losses[1], 1e-12);
        Assert.InRange(even.Losses[4], 1.5, 2.5);
        Assert.Equal((0, 1, 2), (even.Nearest(0), even.Nearest(2), even.Nearest(4)));
    }

    [Fact]
    public void An_even_log_is_left_as_it_is_also_with_rates_of_three_digits()
    {
        double[] losses = [.. Log.Select((_, i) => (double)i)];
        Assert.Equal(losses, EvenLog.Of(Log, losses).Losses.ToArray());
        CultureInfo culture = CultureInfo.InvariantCulture;
        double[] printed = [.. Log.Select(rate => double.Parse(rate.ToString("E3", culture), culture))];
        Assert.Equal(losses, EvenLog.Of(printed, losses).Losses.ToArray());
        Assert.NotEqual(losses, EvenLog.Of(Linear, losses).Losses.ToArray());
    }
}
