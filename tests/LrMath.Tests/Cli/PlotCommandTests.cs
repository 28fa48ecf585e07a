using System.Xml.Linq;
using Xunit;

namespace LrMath.Tests.Cli;

public class PlotCommandTests
{
    private const string Warmup = "Cosine(0.1, 0, 9500).Warmup(500)";

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(133)]
    public void The_plot_fills_the_width_of_the_terminal_and_no_more(int width)
    {
        var run = CommandRun.Of(new CommandRun.Terminal(width), "plot", Warmup);
        Assert.Equal(0, run.Code);
        Assert.Equal(width, run.Lines.Max(line => line.Length));
    }

    [Fact]
    public void The_lowest_and_the_highest_value_label_the_ends_of_the_axis_and_the_legend_says_where_they_are()
    {
        var run = CommandRun.Of("plot", "Linear(0.25, 0.0125, 1000)", "--steps", "1200");
        Assert.StartsWith("  0.25 ┤", run.Lines[0], StringComparison.Ordinal);
        Assert.StartsWith("0.0125 ┤", run.Lines.Last(line => line.Contains('┤')), StringComparison.Ordinal);
        Assert.Equal("Linear(0.25, 0.0125, 1000)", run.Lines[^2]);
        Assert.Equal("min 0.0125 at step 1,000, max 0.25 at step 0", run.Lines[^1]);
    }

    [Fact]
    public void One_step_in_a_million_that_differs_is_drawn()
    {
        var run = CommandRun.Of("plot", "step => step == 654_321 ? 1.0 : 0.0", "--steps", "1000000");
        Assert.Contains(run.Lines[0], Braille.IsDrawn);
    }

    [Theory]
    [InlineData("PyTorch.OneCycleLR(0.1, 100)")]
    [InlineData("PyTorch.OneCycleLR(0.1, 50 + 50)")]
    public void The_momentum_of_a_scheduler_has_a_panel_of_its_own(string expression)
    {
        using var folder = new TemporaryFolder();
        var run = CommandRun.Of("plot", "Constant(0.1)", expression, "--out", folder["a.svg"], "--size", "600x400", "--mark", "7:here");
        Assert.Equal(0, run.Code);
        int second = run.Lines.ToList().IndexOf("momentum");
        Assert.Contains("max 0.1 at step", string.Join('\n', run.Lines.Take(second)), StringComparison.Ordinal);
        Assert.Contains("min 0.85 at step 29, max 0.95 at step 0", string.Join('\n', run.Lines.Skip(second)), StringComparison.Ordinal);

        XElement picture = XDocument.Load(folder["a.svg"]).Root!;
        Assert.Equal(("600", "400"), ((string)picture.Attribute("width")!, (string)picture.Attribute("height")!));
        string[] texts = [.. picture.Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value)];
        Assert.Single(texts, "learning rate");
        Assert.Single(texts, "momentum");
        Assert.Equal(2, texts.Count(text => text == "here"));
        // The schedule has one colour in both panels, and the other schedule has no momentum.
        Assert.Equal(
            ["lrm-s0", "lrm-s1", "lrm-s1"],
            picture
                .Descendants()
                .Where(element => element.Name.LocalName == "title")
                .Select(element => (string)element.Parent!.Attribute("class")!)
        );
    }

    [Theory]
    [InlineData("Constant(0.1)")]
    [InlineData("PyTorch.OneCycleLR(0.1, 100, cycleMomentum: false)")]
    [InlineData("PyTorch.StepLR(0.1, 5 + 5)")]
    public void Without_a_momentum_there_is_one_panel(string expression)
    {
        var run = CommandRun.Of("plot", expression);
        Assert.Equal(0, run.Code);
        Assert.DoesNotContain("momentum", run.Lines);
    }

    [Fact]
    public void From_shifts_the_window()
    {
        var run = CommandRun.Of("plot", "step => step", "--from", "500", "--steps", "11");
        Assert.Equal("min 500 at step 500, max 510 at step 510", run.Lines[^1]);
    }

    [Fact]
    public void With_colours_each_schedule_has_its_own()
    {
        var run = CommandRun.Of(new CommandRun.Terminal(Colours: true), "plot", Warmup, "step => 0.05");
        string first = run.Output[..run.Output.IndexOf("━━ ", StringComparison.Ordinal)];
        Assert.Contains("\e[38;5;39m", first, StringComparison.Ordinal);
        Assert.Contains("\e[38;5;214m", first, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_colours_each_of_several_schedules_has_its_letter()
    {
        var run = CommandRun.Of("plot", "step => 0.0", "step => 1.0");
        Assert.Matches("^ *1 ┤b+$", run.Lines[0]);
        Assert.Matches("^ *0 ┤a+$", run.Lines[15]);
        Assert.Contains("a  step => 0.0", run.Lines);
        Assert.Contains("b  step => 1.0", run.Lines);
    }

    [Fact]
    public void Without_Unicode_everything_is_ASCII()
    {
        string longest = "Constant(0.1)" + string.Concat(Enumerable.Repeat(".Scale(1.0)", 20));
        var run = CommandRun.Of(new CommandRun.Terminal(Unicode: false), "plot", Warmup, longest);
        Assert.Equal(0, run.Code);
        Assert.All(run.Output, c => Assert.True(char.IsAscii(c), $"'{c}'"));
    }

    [Fact]
    public void On_a_log_axis_an_exponential_decay_is_straight()
    {
        var run = CommandRun.Of("plot", "step => Math.Pow(10, -step / 10.0)", "--steps", "41", "--log");
        int[] heights = [.. Braille.Columns(run.Lines, rows: 16).Select(column => column[0])];
        Assert.Equal(63, heights[0]);
        Assert.Equal(0, heights[^1]);
        for (int x = 0; x < heights.Length; x++)
        {
            Assert.InRange(heights[x], 63 - 63.0 * x / (heights.Length - 1) - 2, 63 - 63.0 * x / (heights.Length - 1) + 2);
        }

        Assert.Contains(run.Lines, line => line.TrimStart().StartsWith("0.01 ┤", StringComparison.Ordinal));
    }

    [Fact]
    public void A_log_axis_leaves_out_what_is_not_above_zero_and_refuses_a_schedule_that_never_is()
    {
        Assert.Contains("at or below 0", CommandRun.Of("plot", "Linear(1, 0, 10)", "--log").Lines[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("at or below 0", CommandRun.Of("plot", "Linear(1, 0.1, 10)", "--log").Output, StringComparison.Ordinal);
        var run = CommandRun.Of("plot", "step => -1.0", "--log");
        Assert.Equal(2, run.Code);
        Assert.Equal("error: nothing to draw on a log axis: no value is above 0\n", run.Error.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_title_that_no_SVG_can_hold_is_refused()
    {
        using var folder = new TemporaryFolder();
        var run = CommandRun.Of("plot", "step => 0.1", "--title", "a\u0001b", "--out", folder["plot.svg"]);
        Assert.Equal(2, run.Code);
        Assert.Empty(folder.Names);
    }

    [Fact]
    public void Out_writes_an_SVG_with_every_schedule_and_the_title()
    {
        using var folder = new TemporaryFolder();
        var run = CommandRun.Of("plot", Warmup, "step => 0.05", "--title", "Two of them", "--out", folder["plot.svg"]);
        Assert.Equal(0, run.Code);
        string text = XDocument.Load(folder["plot.svg"]).Root!.Value;
        Assert.Contains("Two of them", text, StringComparison.Ordinal);
        Assert.Contains("step => 0.05", text, StringComparison.Ordinal);
        Assert.Equal(["plot.svg"], folder.Names);
        Assert.Equal("Two of them", run.Lines[0]);
    }

    [Fact]
    public void An_axis_in_epochs_has_labels_in_epochs_in_the_terminal_and_in_the_file()
    {
        using var folder = new TemporaryFolder();
        var run = CommandRun.Of("plot", "Linear(1, 0, 3_910)", "--steps", "3_910", "--steps-per-epoch", "391", "--out", folder["a.svg"]);
        string svg = File.ReadAllText(folder["a.svg"]);

        Assert.Equal(0, run.Code);
        Assert.Contains("at epoch 9.997", run.Output, StringComparison.Ordinal);
        Assert.Contains(run.Lines, line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["0", "1", "2", .., "9"]);
        Assert.Contains(">epoch</text>", svg, StringComparison.Ordinal);
        Assert.DoesNotContain(">1,000</text>", svg, StringComparison.Ordinal);
        Assert.Equal(2, CommandRun.Of("plot", "Constant(1)", "--steps-per-epoch", "0").Code);
    }
}
