using System.Text.RegularExpressions;
using Xunit;

namespace LrMath.Tests.Cli;

public partial class ScreenTests
{
    [Fact]
    public void On_a_terminal_without_escapes_curves_have_letters_whatever_it_says_of_colours()
    {
        var run = CommandRun.Of(new CommandRun.Terminal(Dumb: true), "plot", "step => 0.0", "step => 1.0");
        Assert.Contains("b  step => 1.0", run.Lines);
        Assert.Matches("^ *1 ┤b+$", run.Lines[0]);
        Assert.DoesNotContain('\e', run.Output);
    }

    [Theory]
    [InlineData(24)]
    [InlineData(50)]
    public void The_output_fills_the_height_of_a_terminal(int height)
    {
        string log = Path.Combine(Docs.PageTests.Root, "docs", "run.csv");
        var terminal = new CommandRun.Terminal(Height: height);
        // The prompt needs a line.
        Assert.Equal(height - 2, CommandRun.Of(terminal, "plot", "Cosine(0.1, 0, 100)").Lines.Count);
        Assert.Equal(height - 2, CommandRun.Of(terminal, "plot", "Cosine(0.1, 0, 100)", "Constant(0.1)", "--title", "two").Lines.Count);
        int drawn = CommandRun
            .Of(terminal, "replay", log, "--policy", "Plateau.Keras")
            .Lines.TakeWhile(line => !line.StartsWith('┌'))
            .Count();
        Assert.InRange(drawn, height - 4, height - 1);
    }

    [Fact]
    public void A_terminal_of_a_few_lines_still_shows_a_plot() =>
        Assert.Equal(
            6,
            CommandRun.Of(new CommandRun.Terminal(Height: 3), "plot", "Linear(1, 0, 9)").Lines.Count(line => line.Any(Braille.IsDrawn))
        );

    [Fact]
    public void A_file_has_as_many_lines_as_ever() => Assert.Equal(16 + 2 + 2, CommandRun.Of("plot", "Cosine(0.1, 0, 100)").Lines.Count);

    [Fact]
    public void What_takes_seconds_shows_its_progress_on_a_terminal_only()
    {
        string[] command = ["plot", "Constant(0.1)", "--steps", "100_000_000"];
        Assert.Contains(
            "evaluating",
            CommandRun.Of(new CommandRun.Terminal(Colours: true, Height: 24), command).Output,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("evaluating", CommandRun.Of(command).Output, StringComparison.Ordinal);
        command[^1] = "1000";
        Assert.DoesNotContain(
            "evaluating",
            CommandRun.Of(new CommandRun.Terminal(Colours: true, Height: 24), command).Output,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(30)]
    [InlineData(40)]
    [InlineData(60)]
    public void Numbers_are_whole_at_any_width(int width)
    {
        string[] expressions =
        [
            "Constant(-1.23456e-300)",
            "Linear(0.123456, 1, 1000)",
            "Constant(1.0 / 3)",
            "Cosine(0.1, 0, 500).Warmup(500)",
        ];
        var run = CommandRun.Of(new CommandRun.Terminal(width), ["table", .. expressions, "--steps", "1001", "--every", "500"]);
        Assert.All(run.Lines, line => Assert.InRange(line.Length, 0, width));
        string[] words = [.. run.Lines.SelectMany(line => line.Split('│')).Select(word => word.Trim())];
        Assert.All(["-1.23456E-300", "0.123456", "0.333333", "0.1", "1,000"], number => Assert.Contains(number, words));

        string log = Path.Combine(Docs.PageTests.Root, "docs", "run.csv");
        var replay = CommandRun.Of(
            new CommandRun.Terminal(width),
            "replay",
            log,
            "--policy",
            "Plateau.Keras",
            "--policy",
            "Greedy.Transformers",
            "--schedule",
            "Constant(1.25e-100)"
        );
        Assert.All(replay.Lines, line => Assert.InRange(line.Length, 0, width));
        Assert.Contains(replay.Lines.SelectMany(line => line.Split('│')), word => word.Trim() == "1.25e-100");

        Assert.All(
            CommandRun.Of(new CommandRun.Terminal(width), "find", Path.Combine(Docs.PageTests.Root, "docs", "range-test.csv")).Lines,
            line => Assert.DoesNotMatch(BrokenNumber(), line)
        );
    }

    [Theory]
    [InlineData("Cosine(1, 0, 90)", "InverseTime(1, 1, 1)")]
    [InlineData("InverseTime(1, 1, 1)", "Constant(0.3)", "Cosine(1, 0, 90)", "ExponentialDecay(1, 0.999)", "CosineRestarts(1, 0, 5000)")]
    public void Schedules_that_end_decide_how_much_of_those_that_do_not_is_shown(params string[] expressions)
    {
        string[] steps = [.. CommandRun.Of(["table", .. expressions, "--csv"]).Lines];
        Assert.Equal(1 + 95, steps.Length);
    }

    [Theory]
    [InlineData("Constant(0.3)", "InverseTime(1, 1, 1)")]
    [InlineData("InverseTime(1, 1, 1)", "Constant(0.3)")]
    public void A_constant_leaves_the_choice_to_others(params string[] expressions) =>
        Assert.Equal(
            CommandRun.Of("table", "InverseTime(1, 1, 1)", "--csv").Lines.Count,
            CommandRun.Of(["table", .. expressions, "--csv"]).Lines.Count
        );

    [GeneratedRegex(@"│ [-\d.e,]+ │ *[.\d]+e?$")]
    private static partial Regex BrokenNumber();
}
