using System.Globalization;
using System.Text.RegularExpressions;
using LrMath.Plotting.Drawing;
using Xunit;

namespace LrMath.Tests.Plotting;

public partial class StyleSheetTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Text_and_curves_stand_out_from_the_background(bool dark)
    {
        Dictionary<string, double> colours = Colours(dark);
        Assert.Equal(13, colours.Count);
        Assert.InRange(Contrast(colours["bg"], colours["ink"]), 7, 21);
        Assert.InRange(Contrast(colours["bg"], colours["soft"]), 4.5, 21);
        for (int style = 0; style < 6; style++)
        {
            Assert.InRange(Contrast(colours["bg"], colours[$"s{style}"]), 4.5, 21);
        }
    }

    [Fact]
    public void Every_class_of_a_picture_is_in_the_style_sheet()
    {
        var known = Colours(dark: false).Keys.Select(name => "lrm-" + name).ToHashSet();
        IEnumerable<string> used = new[] { PlotTests.Full().ToSvg(), BarChartTests.Full().ToSvg() }
            .SelectMany(svg => new Picture(svg).Root.Descendants())
            .Select(e => e.Attribute("class")?.Value)
            .OfType<string>();
        Assert.Subset(known, used.ToHashSet());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Any_two_curves_differ_in_colour_for_every_kind_of_eye(bool dark)
    {
        Dictionary<string, int> codes = Codes(dark);
        ColourVision.AssertDistinct([.. Enumerable.Range(0, 6).Select(style => codes[$"s{style}"])], least: 10);
    }

    [Fact]
    public void The_colours_of_the_terminal_differ_for_every_kind_of_eye_and_stand_out_from_black()
    {
        int[] codes =
        [
            .. Enumerable
                .Range(0, 8)
                .Select(curve => LrMath.Cli.Drawing.Marks.Colour(curve).Foreground)
                .Select(c => (c.R << 16) | (c.G << 8) | c.B),
        ];
        ColourVision.AssertDistinct(codes, least: 10);
        Assert.All(codes, code => Assert.InRange(Contrast(Luminance(code), 0), 4, 21));
    }

    [Fact]
    public void The_distance_of_colours_is_the_published_one()
    {
        // Sharma, Wu and Dalal (2005), table 1, pairs 1, 13 and 25.
        Assert.Equal(2.0425, ColourVision.Distance((50, 2.6772, -79.7751), (50, 0, -82.7485)), 1e-4);
        Assert.Equal(4.8045, ColourVision.Distance((50, -0.001, 2.49), (50, 0.0009, -2.49)), 1e-4);
        Assert.Equal(1.2644, ColourVision.Distance((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387)), 1e-4);
        // Two colours that look alike to readers without red or green cones.
        Assert.True(ColourVision.Least([0xB37400, 0xCC4E00]) < 10);
    }

    [Fact]
    public void From_the_second_on_curves_have_dashes_and_the_first_six_differ_without_colours()
    {
        string?[] dashes = [.. Enumerable.Range(0, 6).Select(i => new LineStyle(i).Dash)];
        Assert.Null(dashes[0]);
        Assert.All(dashes.Skip(1), Assert.NotNull);
        Assert.Equal(dashes.Distinct(), dashes);
        Assert.Equal(
            36,
            Enumerable.Range(0, 36).Select(i => new LineStyle(i)).Select(style => (style.ColourClass, style.Dash)).Distinct().Count()
        );
    }

    private static Dictionary<string, double> Colours(bool dark) =>
        Codes(dark).ToDictionary(rule => rule.Key, rule => Luminance(rule.Value));

    private static Dictionary<string, int> Codes(bool dark)
    {
        string[] parts = StyleSheet.Text.Split("@media");
        return Rule()
            .Matches(parts[dark ? 1 : 0])
            .ToDictionary(
                rule => rule.Groups[1].Value,
                rule => int.Parse(rule.Groups[2].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)
            );
    }

    /// <summary>The contrast ratio of the Web Content Accessibility Guidelines.</summary>
    private static double Contrast(double a, double b) => (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);

    private static double Luminance(int rgb) => 0.2126 * Linear(rgb >> 16) + 0.7152 * Linear(rgb >> 8) + 0.0722 * Linear(rgb);

    private static double Linear(int channel)
    {
        double value = (channel & 255) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    [GeneratedRegex(@"\.lrm-(\w+)\{\w+:#([0-9a-f]{6})\}")]
    private static partial Regex Rule();
}
