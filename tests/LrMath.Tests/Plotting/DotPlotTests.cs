using System.Globalization;
using LrMath.Plotting;
using Xunit;

namespace LrMath.Tests.Plotting;

public class DotPlotTests
{
    [Fact]
    public void Dots_stand_where_their_values_are()
    {
        double[] x = Dots(new DotPlot("", ["a", "b", "c"]).Add("", [1, 2, 4]));
        Assert.Equal(2 * (x[1] - x[0]), x[2] - x[1], 0.03);
        Assert.True(x[1] > x[0]);
    }

    [Fact]
    public void An_outlier_does_not_move_the_others_and_says_its_value()
    {
        double[] values = [97.05, 95.84, 95.88, 96.55, 96.5, 96.9];
        string[] rows = ["a", "b", "c", "d", "e", "f", "g"];
        foreach (double outlier in (double[])[12.28, -1e6, 500, 1e290])
        {
            string svg = new DotPlot("", rows).Add("", [.. values, outlier]).ToSvg();
            double[] alone = Dots(new DotPlot("", rows).Add("", [.. values, double.NaN]));
            double[] x = Dots(svg);
            Assert.Equal(alone.Length, x.Length);
            Assert.All(alone.Zip(x), pair => Assert.Equal(pair.First, pair.Second, 0.01));
            string label =
                outlier == 1e290 ? "1e290"
                : outlier == -1e6 ? "-1e6"
                : outlier.ToString(CultureInfo.InvariantCulture);
            Assert.Contains(label, new Picture(svg).Texts().Select(text => text.Text));
            PlotTests.AssertReadable(svg);
        }
    }

    [Fact]
    public void A_wide_error_bar_does_not_flatten_the_others()
    {
        static double Width(double[] x) => x.Max() - x.Min();
        DotPlot rows = new("", ["a", "b", "c", "d", "e"]);
        double narrow = Width(Dots(rows.Add("", [1, 2, 3, 4, 5], [0.1, 0.1, 0.1, 0.1, 0.1])));
        double wide = Width(Dots(rows.Add("", [1, 2, 3, 4, 5], [0.1, 0.1, 1e9, 0.1, 0.1])));
        Assert.True(wide > narrow / 10, $"{wide} of {narrow} pixels");
    }

    [Fact]
    public void Values_that_are_no_outliers_are_all_shown()
    {
        // A value must be three distances between the quartiles away: [1, 2, 3, 1000] makes that distance large itself.
        double[][] columns =
        [
            [1, 1, 1, 1],
            [0, 1, 1, 1],
            [1, 2, 3, 1000],
            [0, 0, 0, 0],
            [-3, -2, -1, 1],
        ];
        foreach (double[] values in columns)
        {
            Assert.Equal(4, Dots(new DotPlot("", ["a", "b", "c", "d"]).Add("", values)).Length);
        }
    }

    [Fact]
    public void A_missing_value_leaves_its_row_empty() =>
        Assert.Equal(2, Dots(new DotPlot("", ["a", "b", "c", "d"]).Add("", [1, double.NaN, double.PositiveInfinity, 3])).Length);

    [Fact]
    public void Texts_never_leave_the_picture_nor_overlap()
    {
        foreach (int panels in Enumerable.Range(0, 7))
        {
            var plot = new DotPlot("Accuracy of many schedules", [.. Enumerable.Range(1, 12).Select(i => $"schedule number {i}")])
            {
                XTitle = "%, mean and 95% interval",
                Caption = "twenty seeds",
            };
            for (int panel = 0; panel < panels; panel++)
            {
                double scale = Math.Pow(10, 3 * panel - 6);
                plot = plot.Add(
                    $"{panel} epochs of training",
                    [.. Enumerable.Range(1, 12).Select(i => scale * (i == 12 ? 1000 * (panel - 3) : i))],
                    [.. Enumerable.Range(1, 12).Select(i => scale)]
                );
            }

            Assert.All([160, 400, 720, 960, 2000], width => PlotTests.AssertReadable((plot with { Width = width }).ToSvg()));
        }
    }

    private static double[] Dots(DotPlot plot) => Dots(plot.ToSvg());

    private static double[] Dots(string svg) =>
        [.. new Picture(svg).Root.Descendants().Where(e => e.Name.LocalName == "circle").Select(e => (double)e.Attribute("cx")!)];
}
