using System.Globalization;
using System.Text.RegularExpressions;
using LrMath.Plotting.Drawing;
using Xunit;

namespace LrMath.Tests.Plots;

public partial class StyleSheetTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Text_and_curves_stand_out_from_the_background(bool dark)
    {
        var colours = Colours(dark);
        Assert.Equal(13, colours.Count);
        Assert.InRange(Contrast(colours["bg"], colours["ink"]), 7, 21);
        Assert.InRange(Contrast(colours["bg"], colours["soft"]), 4.5, 21);
        for (var style = 0; style < 6; style++)
            Assert.InRange(Contrast(colours["bg"], colours[$"s{style}"]), 3, 21);
    }

    [Fact]
    public void Every_class_of_a_picture_is_in_the_style_sheet()
    {
        var known = Colours(dark: false).Keys.Select(name => "lrm-" + name).ToHashSet();
        var used = new[] { PlotTests.Full().ToSvg(), BarChartTests.Full().ToSvg() }
            .SelectMany(svg => new Picture(svg).Root.Descendants()).Select(e => e.Attribute("class")?.Value).OfType<string>();
        Assert.Subset(known, used.ToHashSet());
    }

    private static Dictionary<string, double> Colours(bool dark)
    {
        var parts = StyleSheet.Text.Split("@media");
        return Rule().Matches(parts[dark ? 1 : 0]).ToDictionary(
            rule => rule.Groups[1].Value, rule => Luminance(int.Parse(rule.Groups[2].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
    }

    /// <summary>The contrast ratio of the Web Content Accessibility Guidelines.</summary>
    private static double Contrast(double a, double b) => (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);

    private static double Luminance(int rgb) => 0.2126 * Linear(rgb >> 16) + 0.7152 * Linear(rgb >> 8) + 0.0722 * Linear(rgb);

    private static double Linear(int channel)
    {
        var value = (channel & 255) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    [GeneratedRegex(@"\.lrm-(\w+)\{\w+:#([0-9a-f]{6})\}")]
    private static partial Regex Rule();
}
