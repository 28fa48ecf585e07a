using LrMath.Plotting.Axes;
using Xunit;

namespace LrMath.Tests.Cli;

public class AxisTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.0, "0")]
    [InlineData(0.1, "0.1")]
    [InlineData(-0.0125, "-0.0125")]
    [InlineData(1.0 / 3, "0.3333")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(0.00001, "1e-5")]
    [InlineData(1.23456e-7, "1.235e-7")]
    [InlineData(1234, "1,234")]
    [InlineData(123456, "123,500")]
    [InlineData(999999, "1e6")]
    [InlineData(1e6, "1e6")]
    [InlineData(double.MaxValue, "1.798e308")]
    [InlineData(double.Epsilon, "4.941e-324")]
    public void A_value_is_written_to_four_digits(double value, string text) => Assert.Equal(text, Label.Value(value));

    [Theory]
    [InlineData(0, 0.123456, "0", "0.1235")]
    [InlineData(0.999999999, 1, "0.999999999", "1")]
    [InlineData(0.123456, 0.123457, "0.123456", "0.123457")]
    [InlineData(1.00000001e-7, 1.00000002e-7, "1.00000001e-7", "1.00000002e-7")]
    [InlineData(0.3, 0.3, "0.3", "0.3")]
    public void Two_values_are_written_to_as_many_digits_as_tell_them_apart(double first, double second, string one, string other) =>
        Assert.Equal((one, other), Label.Values(first, second));

    [Theory]
    [InlineData("step => step == 0 ? 1 : 1.0000000000000002")]
    [InlineData("step => step % 2 == 0 ? double.MaxValue : double.MinValue")]
    [InlineData("step => step == 3 ? double.Epsilon : 0")]
    [InlineData("step => step == 3 ? double.Epsilon : 1e-320", "--log")]
    [InlineData("step => double.Epsilon", "--log")]
    [InlineData("step => double.MaxValue", "--log")]
    [InlineData("step => double.MaxValue")]
    [InlineData("step => double.MinValue")]
    [InlineData("step => -0.0")]
    public void Values_at_the_edge_of_double_can_be_drawn(string expression, params string[] options)
    {
        var run = CommandRun.Of(["plot", expression, "--steps", "10", .. options]);
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains(run.Lines, line => line.Any(Braille.IsDrawn));
    }

    [Theory]
    [InlineData("Linear(1, 0.999999999, 100)")]
    [InlineData("Linear(1e-5, 1.00000001e-5, 100)")]
    [InlineData("Linear(123456, 123457, 100)")]
    [InlineData("Linear(1, 0.999, 100)", "--log")]
    public void Ticks_that_differ_have_labels_that_differ(string expression, params string[] options)
    {
        var run = CommandRun.Of(["plot", expression, .. options]);
        string[] labels =
        [
            .. run.Lines.Where(line => line.Contains('┤')).Select(line => line[..line.IndexOf('┤', StringComparison.Ordinal)].Trim()),
        ];
        Assert.True(labels.Length >= 2, run.Output);
        Assert.Equal(labels.Distinct(), labels);
    }

    [Fact]
    public void An_end_that_is_no_round_number_has_no_tick()
    {
        var run = CommandRun.Of("plot", "Linear(0.0987654, 0.0123456, 100)");
        Assert.DoesNotContain(
            run.Lines,
            line => line.Contains("0.09877 ┤", StringComparison.Ordinal) || line.Contains("0.01235 ┤", StringComparison.Ordinal)
        );
        Assert.Contains(run.Lines, line => line.Contains("0.04 ┤", StringComparison.Ordinal));
        Assert.Contains("min 0.01235 at step 100, max 0.09877 at step 0", run.Lines);
    }
}
