using System.Text.Json;
using System.Xml.Linq;
using LrMath.Cli.Commands;
using LrMath.Cli.Expressions;
using LrMath.Frameworks;
using Xunit;

namespace LrMath.Tests.Cli;

public class GalleryCommandTests
{
    [Fact]
    public void Every_caption_is_the_schedule_it_stands_under() =>
        Assert.All(
            GalleryPanels.All.SkipLast(1).Concat(GalleryPanels.More),
            panel =>
                Assert.Equal(
                    panel.Schedule.Evaluate(0..GalleryPanels.Steps),
                    Expression.Compile(panel.Expression).Schedule.Evaluate(0..GalleryPanels.Steps)
                )
        );

    [Fact]
    public void The_last_panel_is_a_closed_loop_that_lowers_the_rate_when_the_loss_has_not_fallen_for_longer_than_its_patience()
    {
        GalleryPanel panel = GalleryPanels.All[^1];
        Assert.StartsWith("ReduceLROnPlateau", panel.Title, StringComparison.Ordinal);
        Assert.Equal(0.001, Expression.Compile($"{panel.Expression}.Rate").Schedule(0));

        // The loss of step 7 is the lowest; those of 8, 9 and 10 are tolerated, that of 11 is one too many.
        Assert.Equal(0.001, panel.Schedule(11));
        Assert.Equal(0.0001, panel.Schedule(12), 1e-12);
        Assert.Equal(0.00001, panel.Schedule(16), 1e-12);
    }

    [Fact]
    public void Golden_The_panels_are_the_curves_of_the_visual_guide()
    {
        JsonElement[] records =
        [
            .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Golden", "Data", "guide.jsonl"))
                .Select(line => JsonDocument.Parse(line).RootElement)
                .Where(record => record.GetProperty("panel").GetString() == "visual guide"),
        ];
        Assert.Equal(15, records.Length);
        Assert.All(
            records.Zip(GalleryPanels.All),
            pair =>
            {
                (JsonElement record, GalleryPanel panel) = pair;
                Assert.StartsWith(record.GetProperty("name").GetString()!, panel.Title, StringComparison.Ordinal);
                double[] theirs = [.. record.GetProperty("lr").EnumerateArray().Select(value => value.GetDouble())];
                double largest = theirs.Max(Math.Abs);
                Assert.All(
                    theirs,
                    (value, step) => Assert.InRange(Math.Abs(panel.Schedule(step) - value), 0, 1e-9 * Math.Abs(value) + 1e-12 * largest)
                );
            }
        );
    }

    [Theory]
    [MemberData(nameof(UnrecordedPanels))]
    public void A_panel_without_a_golden_record_is_what_PyTorch_s_name_stands_for(string name, Func<int, double> theirs)
    {
        GalleryPanel panel = Assert.Single(GalleryPanels.All, panel => panel.Title.StartsWith(name, StringComparison.Ordinal));
        Assert.All(Enumerable.Range(0, GalleryPanels.Steps), step => Assert.Equal(1, panel.Schedule(step) / theirs(step), 1e-12));
    }

    public static TheoryData<string, Func<int, double>> UnrecordedPanels =>
        new()
        {
            { "LambdaLR", PyTorch.LambdaLR(0.001, t => Math.Pow(0.9, t)) },
            { "MultiplicativeLR", PyTorch.MultiplicativeLR(0.001, _ => 0.9, GalleryPanels.Steps) },
            {
                "SequentialLR",
                PyTorch.SequentialLR([PyTorch.LinearLR(0.001, 0.5, totalIters: 8), PyTorch.CosineAnnealingLR(0.001, 24)], [8])
            },
            {
                "ChainedScheduler",
                PyTorch.ChainedScheduler(0.001, lr => PyTorch.LinearLR(lr, 0.5, totalIters: 8), lr => PyTorch.ExponentialLR(lr, 0.9))
            },
        };

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(200)]
    public void The_terminal_shows_every_panel_within_its_width(int width)
    {
        var run = CommandRun.Of(new CommandRun.Terminal(width), "gallery");
        Assert.Equal(0, run.Code);
        Assert.All(run.Lines, line => Assert.InRange(line.Length, 0, width));
        Assert.All(
            GalleryPanels.All.Concat(GalleryPanels.More),
            panel => Assert.Contains(panel.Title, run.Output, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_SVG_has_every_title_and_every_expression()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, CommandRun.Of("gallery", "--out", folder["gallery.svg"]).Code);
        string texts = string.Concat(XDocument.Load(folder["gallery.svg"]).Descendants().Where(e => !e.HasElements).Select(e => e.Value));
        string drawn = texts.Replace(" ", "", StringComparison.Ordinal);
        Assert.All(
            GalleryPanels.All.Concat(GalleryPanels.More).SelectMany(panel => new[] { panel.Title, panel.Expression }),
            text => Assert.Contains(text.Replace(" ", "", StringComparison.Ordinal), drawn, StringComparison.Ordinal)
        );
    }
}
