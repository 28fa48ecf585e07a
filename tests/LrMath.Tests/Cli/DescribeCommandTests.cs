using Xunit;

namespace LrMath.Tests.Cli;

public class DescribeCommandTests
{
    [Theory]
    [InlineData("Shapes.Tanh(-7, 3)", "Shapes.Tanh(-7, 3)")]
    [InlineData("(Constant(0.1), Linear(1, 0, 3))", "Schedule.Constant(0.1)\nSchedule.Linear(1, 0, 3)")]
    [InlineData("Cosine(1, 0, 9).ByProgress(3)", "Cosine(1, 0, 9).ByProgress(3), a Func<double, double>: no schedule")]
    public void A_shape_and_each_of_several_schedules_are_described(string expression, string expected) =>
        Assert.Equal(expected, CommandRun.Of("describe", expression).Output.Trim());

    [Fact]
    public void A_description_is_one_line_whatever_the_width_and_describes_itself()
    {
        string expression = "Cosine(0.1, 0, 9500).Warmup(500).Scale(0.5).Cooldown(20000, 1000).Chain(ExponentialDecay(1, 0.99))";
        var run = CommandRun.Of(new CommandRun.Terminal(Width: 40), "describe", expression);
        Assert.Equal(0, run.Code);
        string description = Assert.Single(run.Lines);
        Assert.Equal(run, CommandRun.Of("describe", description));
    }

    [Theory]
    [InlineData("step => 0.1 / (1 + step)", "step => 0.1 / (1 + step)")]
    [InlineData("step=>0.1/(1+step)", "step=>0.1/(1+step)")]
    [InlineData("Constant(0.1).Chain(t => 1.0 / (1 + t)).Warmup(10)", "Schedule.Constant(0.1).Chain(t => 1.0 / (1 + t)).Warmup(10)")]
    [InlineData("Chain(t => 0.5, t => 0.25)", "Schedule.Chain(t => 0.5, t => 0.25)")]
    [InlineData("((Func<int, double>)(t => 0.5)).Warmup(3)", "((Func<int, double>)(t => 0.5)).Warmup(3)")]
    public void A_lambda_is_shown_as_it_is_written(string expression, string description)
    {
        Assert.Equal(description, Assert.Single(CommandRun.Of("describe", expression).Lines));
        Assert.Equal(description, Assert.Single(CommandRun.Of("describe", description).Lines));
    }

    [Theory]
    [InlineData("Func<int, double> f = t => 0.5; f.Warmup(3)", "‹lambda›.Warmup(3)")]
    [InlineData("Constant(new Func<double, double>(x => x * 0.5)(1))", "Schedule.Constant(0.5)")]
    public void A_lambda_whose_place_is_not_known_is_not_guessed(string expression, string description) =>
        Assert.Equal(description, Assert.Single(CommandRun.Of("describe", expression).Lines));

    [Fact]
    public void A_pair_a_loop_and_a_list_show_their_schedules()
    {
        Assert.Equal(
            "RateAndMomentum { Rate = Schedule.Cosine(0.1, 0.001, 9), Momentum = Schedule.Constant(0.9) }",
            CommandRun.Of("describe", "new RateAndMomentum(Cosine(0.1, 0.001, 9), Constant(0.9))").Lines[0]
        );
        Assert.StartsWith(
            "RateAndMomentum { Rate = ",
            CommandRun.Of("describe", "PyTorch.OneCycleLR(0.1, 100)").Lines[0],
            StringComparison.Ordinal
        );
        string loop = CommandRun.Of("describe", "Cosine(0.1, 0, 9).Under(Plateau.PyTorch)").Lines[0];
        Assert.StartsWith("Schedule.Cosine(0.1, 0, 9) under Plateau { ", loop, StringComparison.Ordinal);
        Assert.EndsWith(", scale 1", loop, StringComparison.Ordinal);
        Assert.Equal(
            ["Schedule.Constant(0.1).Scale(0.5)", "Schedule.Constant(0.1).Scale(1)"],
            CommandRun.Of("describe", "Constant(0.1).LayerDecay(2, 0.5)").Lines
        );
    }
}
