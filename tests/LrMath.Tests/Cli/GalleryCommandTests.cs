using System.Text.Json;
using System.Xml.Linq;
using LrMath.Cli.Commands;
using LrMath.Cli.Expressions;
using Xunit;

namespace LrMath.Tests.Cli;

public class GalleryCommandTests
{
    [Fact]
    public void Every_caption_is_the_schedule_it_stands_under() => Assert.All(GalleryPanels.All, panel =>
        Assert.Equal(
            panel.Schedule.Evaluate(0..GalleryPanels.Steps),
            Expression.Compile(panel.Expression).Schedule.Evaluate(0..GalleryPanels.Steps)));

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
        Assert.All(records.Zip(GalleryPanels.All), pair =>
        {
            (JsonElement record, GalleryPanel panel) = pair;
            Assert.StartsWith(record.GetProperty("name").GetString()!, panel.Title, StringComparison.Ordinal);
            double[] theirs = [.. record.GetProperty("lr").EnumerateArray().Select(value => value.GetDouble())];
            double largest = theirs.Max(Math.Abs);
            Assert.All(theirs, (value, step) =>
                Assert.InRange(Math.Abs(panel.Schedule(step) - value), 0, 1e-9 * Math.Abs(value) + 1e-12 * largest));
        });
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(200)]
    public void The_terminal_shows_every_panel_within_its_width(int width)
    {
        CommandRun run = CommandRun.Of(new CommandRun.Terminal(width), "gallery");
        Assert.Equal(0, run.Code);
        Assert.All(run.Lines, line => Assert.InRange(line.Length, 0, width));
        Assert.All(GalleryPanels.All, panel => Assert.Contains(panel.Title, run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public void The_SVG_has_every_title_and_every_expression()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, CommandRun.Of("gallery", "--out", folder["gallery.svg"]).Code);
        string texts = string.Concat(XDocument.Load(folder["gallery.svg"]).Descendants().Where(e => !e.HasElements).Select(e => e.Value));
        string drawn = texts.Replace(" ", "", StringComparison.Ordinal);
        Assert.All(GalleryPanels.All.SelectMany(panel => new[] { panel.Title, panel.Expression }), text =>
            Assert.Contains(text.Replace(" ", "", StringComparison.Ordinal), drawn, StringComparison.Ordinal));
    }
}
