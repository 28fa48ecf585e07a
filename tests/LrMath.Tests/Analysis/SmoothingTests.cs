using FsCheck;
using LrMath.Analysis;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Analysis;

public class SmoothingTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(0.98)]
    [InlineData(0.999999)]
    public void A_constant_stays_constant(double weight)
    {
        double[] constant = [.. Enumerable.Repeat(2.3, 10_000)];

        Assert.All(RateFinder.Smooth(constant, weight), y => Assert.Equal(2.3, y, 1e-13));
        Assert.All(RateFinder.Blend(constant, weight), y => Assert.Equal(2.3, y, 1e-12));
    }

    [Cases(300)]
    public Property Without_weight_on_the_past_the_losses_stay_as_they_are() =>
        Law.Over(
            Logs.Any,
            log => RateFinder.Smooth(log.Losses, 0).SequenceEqual(log.Losses) && RateFinder.Blend(log.Losses, 0).SequenceEqual(log.Losses)
        );

    [Cases(300)]
    public Property A_smoothed_loss_lies_between_the_lowest_and_the_highest_so_far() =>
        Law.Over(
            Logs.Any,
            log =>
            {
                double[] smooth = RateFinder.Smooth(log.Losses, 0.9),
                    blend = RateFinder.Blend(log.Losses, 0.1);
                return Enumerable
                    .Range(0, log.Losses.Length)
                    .All(t =>
                    {
                        double low = log.Losses.Take(t + 1).Min() - 1e-12,
                            high = log.Losses.Take(t + 1).Max() + 1e-12;
                        return smooth[t] >= low && smooth[t] <= high && blend[t] >= low && blend[t] <= high;
                    });
            }
        );

    [Cases(300)]
    public Property The_average_is_the_weighted_mean_of_its_definition() =>
        Law.Over(
            Logs.Any,
            log =>
            {
                const double Beta = 0.9;
                double[] smooth = RateFinder.Smooth(log.Losses, Beta);
                return Enumerable
                    .Range(0, smooth.Length)
                    .All(t =>
                    {
                        double sum = Enumerable.Range(0, t + 1).Sum(i => (1 - Beta) * Math.Pow(Beta, t - i) * log.Losses[i]);
                        return Math.Abs(smooth[t] - (sum / (1 - Math.Pow(Beta, t + 1)))) <= 1e-11;
                    });
            }
        );

    [Theory]
    [InlineData(100, 0.8)]
    [InlineData(400, 0.95)]
    [InlineData(20, 0)]
    [InlineData(5, 0)]
    public void Without_a_weight_a_twentieth_of_the_log_counts(int length, double beta)
    {
        double[] losses = [.. Enumerable.Range(0, length).Select(i => Math.Cos(i))];

        Assert.Equal(RateFinder.Smooth(losses, beta), RateFinder.Smooth(losses));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_weight_outside_its_range_is_refused(double weight)
    {
        Assert.Equal("beta", Assert.Throws<ArgumentOutOfRangeException>(() => RateFinder.Smooth([1], weight)).ParamName);
        Assert.Equal("factor", Assert.Throws<ArgumentOutOfRangeException>(() => RateFinder.Blend([1], weight)).ParamName);
    }
}
