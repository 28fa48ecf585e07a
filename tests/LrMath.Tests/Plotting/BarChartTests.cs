using LrMath.Plotting;
using Xunit;

namespace LrMath.Tests.Plotting;

public class BarChartTests
{
    [Fact]
    public void Bars_stand_on_zero_and_are_as_high_as_their_values()
    {
        List<(double Top, double Height)> bars = Bars(new BarChart("", ["x", "y"]).Add("a", [2, -1]));
        Assert.Equal(bars[0].Height, 2 * bars[1].Height, 0.02);
        Assert.Equal(bars[0].Top + bars[0].Height, bars[1].Top, 0.02);
    }

    [Fact]
    public void A_range_without_zero_shows_points_instead_of_bars()
    {
        BarChart chart = Full();
        Assert.Equal(5, Bars(chart).Count);
        Assert.Empty(Bars(chart with { YRange = (0.5, 1) }));
    }

    [Fact]
    public void A_missing_value_leaves_its_place_empty() =>
        Assert.Equal(
            2,
            Bars(new BarChart("", ["x", "y", "z"]).Add("a", [1, double.NaN, 3], [double.NaN, 1, double.PositiveInfinity])).Count
        );

    [Fact]
    public void Texts_never_leave_the_picture_nor_overlap()
    {
        for (int categories = 1; categories < 12; categories++)
        {
            var chart = new BarChart(
                "Accuracy of many schedules",
                [.. Enumerable.Range(1, categories).Select(i => $"{i} epochs of training")]
            )
            {
                YTitle = "accuracy",
                XTitle = "length",
            };
            for (int group = 0; group < 8; group++)
            {
                chart = chart.Add($"schedule {group}", [.. Enumerable.Range(1, categories).Select(i => i / 12.0)]);
            }

            PlotTests.AssertReadable(chart.ToSvg());
            PlotTests.AssertReadable((chart with { Width = 400, YRange = (0.5, 1) }).ToSvg());
        }
    }

    [Fact]
    public void A_chart_without_groups_is_a_picture_too() => PlotTests.AssertReadable(new BarChart("none", ["a"]).ToSvg());

    internal static BarChart Full() =>
        new BarChart("Bars", ["5 epochs", "20 epochs"])
        {
            YTitle = "accuracy",
            XTitle = "training length",
            Caption = "five seeds",
        }
            .Add("cosine", [0.91, 0.95], [0.01, 0.005])
            .Add("constant", [0.88, double.NaN])
            .Add("linear", [0.9, 0.94], [0.002, double.NaN]);

    private static List<(double Top, double Height)> Bars(BarChart chart) =>
        [
            .. new Picture(chart.ToSvg())
                .Root.Descendants()
                .Where(e => e.Name.LocalName == "rect" && e.Parent!.Elements().Any(t => t.Name.LocalName == "title"))
                .Select(e => ((double)e.Attribute("y")!, (double)e.Attribute("height")!)),
        ];
}
