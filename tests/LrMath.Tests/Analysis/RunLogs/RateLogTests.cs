using LrMath.Analysis;
using Xunit;

namespace LrMath.Tests.Analysis.RunLogs;

public class RateLogTests
{
    [Theory]
    [InlineData("1.500E-04", "1.400E-04", 5e-8)]
    [InlineData("3.2673e-05", "6.2376e-05", 5e-10)]
    [InlineData("0.00015", "0.000149123", 5e-10)]
    [InlineData("0.00150", "0.00149", 5e-6)]
    public void Half_a_unit_of_the_last_digit_is_the_half_width(string first, string second, double width)
    {
        Assert.Equal(width, RateLog.Parse([0, 1], [first, second]).HalfWidths[0], width * 1e-6);
    }

    [Theory]
    [InlineData("0.10000000149011612", "0.05000000074505806")]
    [InlineData("0.00054956466", "0.0005366632")]
    public void A_float_is_known_to_half_a_unit_of_its_last_bit(string first, string second)
    {
        var log = RateLog.Parse([0, 1], [first, second]);
        Assert.InRange(log.HalfWidths[0], log.Rates[0] * 2e-8, log.Rates[0] * 1.3e-7);
    }

    [Fact]
    public void A_double_with_all_its_digits_is_known_to_its_rounding_errors()
    {
        var log = RateLog.Parse([0, 1], ["0.0009947458259305313", "0.0009895192582062146"]);
        Assert.InRange(log.HalfWidths[0], 1e-17, 1e-12);
    }

    [Fact]
    public void Of_a_step_that_is_there_twice_the_later_row_counts()
    {
        RateLog log = new([0, 2, 1, 2], [4, 3, 2, 1], [0, 0, 0, 0]);
        Assert.Equal([0, 1, 2], log.Steps);
        Assert.Equal([4, 2, 1], log.Rates);
        Assert.Equal([5, 6], new RateLog([0, 0, 1], [4, 5, 6], [0, 0, 0]).Rates);
        Assert.Equal([0.1, 0.3], new RateLog([0, 1, 0], [4, 3, 2], [0.2, 0.3, 0.1]).HalfWidths);
    }

    [Fact]
    public void What_is_no_log_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new RateLog([], [], []));
        Assert.Throws<ArgumentException>("rates", () => new RateLog([0, 1], [0.1], [0, 0]));
        Assert.Throws<ArgumentException>("halfWidths", () => new RateLog([0, 1], [0.1, 0.1], [0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RateLog([-1], [0.1], [0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RateLog([0], [double.NaN], [0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RateLog([0], [0.1], [-1]));
        Assert.Throws<FormatException>(() => RateLog.Parse([0], ["nan"]));
        Assert.Throws<FormatException>(() => RateLog.Parse([0], ["0,1"]));
    }

    [Fact]
    public void Nothing_short_explains_noise_and_that_is_said()
    {
        var random = new Random(5);
        int[] steps = [.. Enumerable.Range(0, 60)];
        Identified found = new RateLog(steps, [.. steps.Select(_ => random.NextDouble())], [.. steps.Select(_ => 1e-6)]).Identify();
        Assert.InRange(found.Unexplained, 1, 60);
        Assert.NotNull(found.FirstUnexplained);
    }

    [Fact]
    public void The_beginning_is_explained_where_the_rest_is_not()
    {
        Func<int, double> begun = Schedule.Cosine(0.1, 0, 1000);
        var random = new Random(5);
        int[] steps = [.. Enumerable.Range(0, 80).Select(i => i * 10)];
        double[] rates = [.. steps.Select(step => step < 500 ? begun(step) : 0.02 * random.NextDouble())];
        Identified found = new RateLog(steps, rates, [.. steps.Select(_ => 1e-8)]).Identify();
        Assert.Equal("Schedule.Cosine(0.1, 0, 1000)", found.Expression);
        Assert.Equal(500, found.FirstUnexplained);
        Assert.Equal(30, found.Unexplained);
    }
}
