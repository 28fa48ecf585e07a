using FsCheck;
using LrMath.Cli.Expressions;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Cli;

public class ExtentTests
{
    [Fact]
    public void A_schedule_that_never_changes_gets_a_hundred_steps() => Assert.Equal(100, Of(_ => 0.1));

    [Cases(20)]
    public Property A_schedule_that_ends_is_shown_to_its_end_and_a_twentieth_beyond() =>
        Law.Over(
            Draw.Whole(1, 1_000_000),
            steps =>
            {
                int extent = Of(step => step < steps ? 1 - (double)step / steps : 0);
                return extent > steps && extent <= steps + 2 + steps / 20;
            }
        );

    [Fact]
    public void A_schedule_that_knows_its_length_is_shown_to_its_end_however_long_or_steep_it_is()
    {
        Assert.Equal(2_100_001, Of(Schedule.Cosine(0.1, 0, 2_000_000)));
        Assert.Equal(1_050_000_001, Of(Schedule.Cosine(0.1, 0, 1_000_000_000)));
        Assert.Equal(int.MaxValue, Of(Schedule.Cosine(0.1, 0, int.MaxValue)));
        Assert.Equal(106, Of(Schedule.Exponential(1, 1e-300, 100)));
        Assert.Equal(63_001, Of(Schedule.MultiStep(0.1, 1e-9, [30, 60_000])));
        Assert.Equal(10_501, Of(Schedule.Cosine(0.1, 0, 9_500).Warmup(500)));
    }

    [Fact]
    public void A_plateau_does_not_end_a_schedule() =>
        Assert.Equal(10_501, Of(step => Math.Clamp(Math.Min(step / 500.0, (10_000 - step) / 500.0), 0, 1)));

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.95)]
    [InlineData(0.999)]
    public void A_decay_is_shown_while_it_can_be_seen_and_not_until_it_underflows(double gamma)
    {
        int extent = Of(step => Math.Pow(gamma, step));
        Assert.InRange(Math.Pow(gamma, extent), 1e-4, 1.1e-3);
    }

    [Theory]
    [InlineData(50)]
    [InlineData(1_000)]
    [InlineData(40_000)]
    public void A_cycle_is_shown_four_times_as_long_as_it_takes_to_cover_95_percent_of_its_range(int period) =>
        Assert.InRange(Of(step => step % period / (double)period), (int)(3.7 * period), 4 * period);

    [Fact]
    public void A_schedule_without_end_or_repetition_is_shown_for_a_million_steps_at_most()
    {
        Assert.Equal(1 << 20, Of(step => step));
        Assert.Equal(1 << 20, Of(step => step * 1e300));
    }

    private static int Of(Func<int, double> schedule) => Extent.Of(new Curve("", schedule));
}
