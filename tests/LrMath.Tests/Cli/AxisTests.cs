using FsCheck;
using FsCheck.Fluent;
using LrMath.Cli.Drawing;
using Xunit;

namespace LrMath.Tests.Cli;

public class AxisTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.1, "0.1")]
    [InlineData(-0.0125, "-0.0125")]
    [InlineData(1.0 / 3, "0.3333")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(0.00001, "1e-5")]
    [InlineData(1.23456e-7, "1.235e-7")]
    [InlineData(1234, "1234")]
    [InlineData(123456, "123456")]
    [InlineData(1e6, "1e6")]
    [InlineData(double.MaxValue, "1.798e308")]
    [InlineData(double.Epsilon, "4.941e-324")]
    public void A_value_is_written_to_four_digits(double value, string text) => Assert.Equal(text, Label.Value(value));

    [Fact]
    public void Ticks_are_round_lie_on_the_axis_and_are_neither_few_nor_many() => Prop.ForAll(
        Gen.Choose(-1000, 1000).Zip(Gen.Choose(1, 100_000)).Zip(Gen.Choose(2, 12)).ToArbitrary(), drawn =>
        {
            ((int low, int length), int atMost) = drawn;
            double[] ticks = [.. Ticks.Between(low, low + length, atMost)];
            return ticks.Length <= atMost + 1
                && ticks.Length >= (atMost - 1) / 3
                && ticks.All(tick => tick >= low && tick <= low + length);
        }).Check(Config.QuickThrowOnFailure.WithReplay(20_26, 11_23));

    [Theory]
    [InlineData("step => step == 0 ? 1 : 1.0000000000000002")]
    [InlineData("step => step % 2 == 0 ? double.MaxValue : double.MinValue")]
    [InlineData("step => step == 3 ? double.Epsilon : 0")]
    [InlineData("step => double.MaxValue")]
    [InlineData("step => -0.0")]
    public void Values_at_the_edge_of_double_can_be_drawn(string expression)
    {
        CommandRun run = CommandRun.Of("plot", expression, "--steps", "10");
        Assert.Equal(0, run.Code);
        Assert.Contains(run.Lines, line => line.Any(Braille.IsDrawn));
    }
}
