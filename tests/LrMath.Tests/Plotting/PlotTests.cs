using System.Globalization;
using FsCheck;
using FsCheck.Xunit;
using LrMath.Plotting;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Plotting;

public class PlotTests
{
    private const string Awkward = "a < b && \"c\" > 'd' — ∂é 学习率 😀";

    private static readonly Drawn<double> AnyDouble = Draw.Frequency(
        (5, from mantissa in Draw.Whole(-1000, 1000) from exponent in Draw.Whole(-6, 6) select mantissa * Math.Pow(10, exponent)),
        (
            3,
            Draw.OneOf(
                0.0,
                1,
                -1,
                -0.0,
                1e300,
                -1e300,
                1e-300,
                double.Epsilon,
                double.MaxValue,
                double.MinValue,
                double.NaN,
                double.PositiveInfinity,
                double.NegativeInfinity
            )
        )
    );

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("en-US")]
    [InlineData("ar-SA")]
    public void Every_culture_gives_the_same_bytes(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            string expected = Everything();
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, Everything());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        static string Everything() =>
            Full().ToSvg()
            + new PlotGrid("grid", 2, [Full(), Full() with { LogY = true }, Full() with { LogX = true }]).ToSvg()
            + BarChartTests.Full().ToSvg()
            + Full()
            + BarChartTests.Full();
    }

    [Fact]
    public void The_text_ends_its_lines_with_line_feeds_only() => Assert.DoesNotContain('\r', Full().ToSvg());

    [Fact]
    public void Any_text_is_escaped_and_comes_back_whole()
    {
        Plot plot = new Plot(Awkward)
        {
            XTitle = Awkward,
            YTitle = Awkward,
            Caption = Awkward,
        }
            .Add(Awkward + "1", Flat, 0..10)
            .Add("2", Flat, 0..10)
            .AddMarker(Awkward, 5);
        var picture = new Picture(plot.ToSvg());
        Assert.Equal(6, picture.Texts().Count(text => text.Text.StartsWith(Awkward, StringComparison.Ordinal)));
    }

    [Cases(150)]
    public Property No_values_throw_or_leave_numbers_that_no_renderer_reads() =>
        Law.Over(
            from xs in Draw.List(AnyDouble, 6)
            from ys in Draw.List(AnyDouble, 6)
            from logX in Draw.OneOf(true, false)
            from logY in Draw.OneOf(true, false)
            from first in Draw.Whole(0, 5)
            select (xs, ys, logX, logY, first),
            c =>
            {
                Plot plot = new Plot("any") { LogX = c.logX, LogY = c.logY }
                    .Add("steps", step => c.ys[step % 6], c.first..(c.first + 7))
                    .AddLine("line", c.xs, c.ys);
                double[] sorted = c.xs.Where(x => !double.IsNaN(x)).Order().ToArray();
                plot = plot.AddBand(
                    "band",
                    sorted,
                    c.ys[..sorted.Length].Select(y => Math.Min(y, 0)).ToArray(),
                    c.ys[..sorted.Length].Select(y => Math.Max(y, 0)).ToArray()
                );
                Inspect(plot);
                Inspect(
                    new Plot("steps only") { LogX = c.logX, LogY = c.logY }.Add("steps", step => c.ys[step % 6], c.first..(c.first + 6))
                );
            }
        );

    [Fact]
    public void A_value_that_is_not_a_number_leaves_a_gap()
    {
        string path = new Picture(new Plot("").Add("gap", step => step is 4 or 5 ? double.NaN : step, 0..10).ToSvg()).Curve("gap");
        Assert.Equal(2, path.Count(command => command == 'M'));
    }

    [Fact]
    public void Values_at_or_below_zero_leave_a_gap_on_a_logarithmic_axis_and_are_announced()
    {
        Plot plot = new Plot("").Add("through zero", step => step is 4 or 5 ? 0 : 1 + step, 0..10);
        Assert.Single(new Picture(plot.ToSvg()).Curve("through zero"), command => command == 'M');
        var log = new Picture((plot with { LogY = true }).ToSvg());
        Assert.Equal(2, log.Curve("through zero").Count(command => command == 'M'));
        Assert.Contains(log.Texts(), text => text.Text.Contains("zero are not on this", StringComparison.Ordinal));
        Assert.DoesNotContain(new Picture(plot.ToSvg()).Texts(), text => text.Text.Contains("zero are not", StringComparison.Ordinal));
    }

    [Fact]
    public void Few_steps_have_marks_and_many_have_not()
    {
        Assert.Equal(60, Marks(60));
        Assert.Equal(0, Marks(61));

        static int Marks(int steps) =>
            new Picture(new Plot("curve").Add("curve", Flat, 0..steps).ToSvg()).Root.Descendants().Count(e => e.Name.LocalName == "circle");
    }

    [Fact]
    public void A_curve_spans_its_steps_from_the_first_to_the_end()
    {
        IReadOnlyList<(double X, double Y)> corners = new Picture(
            new Plot("").Add("curve", step => step, 0..4).Add("frame", Flat, 0..8).ToSvg()
        ).Corners("curve");
        IReadOnlyList<(double X, double Y)> frame = new Picture(
            new Plot("").Add("curve", step => step, 0..4).Add("frame", Flat, 0..8).ToSvg()
        ).Corners("frame");
        Assert.Equal(frame[0].X, corners[0].X);
        Assert.Equal((frame[^1].X + frame[0].X) / 2, corners[^1].X, 0.02);
    }

    [Fact]
    public void Names_used_twice_share_a_style_and_a_legend_entry()
    {
        var picture = new Picture(
            new Plot("t").AddLine("a", [0, 1], [0, 1]).AddBand("a", [0, 1], [0, 0], [1, 2]).AddLine("b", [0, 1], [1, 0]).ToSvg()
        );
        Assert.Single(picture.Texts(), text => text.Text == "a");
        Assert.Equal(3, picture.Root.Descendants().Count(e => e.Attribute("class")?.Value == "lrm-s0"));
    }

    [Fact]
    public void Twenty_four_curves_look_different()
    {
        IEnumerable<(string ColourClass, string? Dash)> looks = Enumerable
            .Range(0, 24)
            .Select(i => new LrMath.Plotting.Drawing.LineStyle(i))
            .Select(style => (style.ColourClass, style.Dash))
            .Distinct();
        Assert.Equal(24, looks.Count());
    }

    [Fact]
    public void Adding_leaves_the_plot_and_the_lists_as_they_were()
    {
        var empty = new Plot("t");
        double[] x = [0, 1],
            y = [0, 1];
        Plot line = empty.AddLine("line", x, y);
        string before = line.ToSvg();
        y[1] = 100;
        Assert.Equal(before, line.ToSvg());
        Assert.Empty(empty.Curves);
    }

    [Property]
    public Property Texts_never_leave_the_picture_nor_overlap() =>
        Law.Over(
            from width in Draw.Whole(160, 900)
            from height in Draw.Whole(120, 500)
            from curves in Draw.Whole(1, 12)
            from nameLength in Draw.Whole(1, 60)
            from start in Draw.OneOf(0, 7, 999, 1_000_000_000)
            from length in Draw.OneOf(1, 2, 30, 9_999, 10_000, 1_000_000, 1_000_000_000)
            from markers in Draw.List(Draw.Whole(0, 100), 4)
            from scale in Draw.OneOf(1e-9, 1e-5, 0.1, 1, 123456, 1e12)
            from log in Draw.OneOf(0, 1, 2, 3)
            select (width, height, curves, nameLength, start, length, markers, scale, log),
            c =>
            {
                var plot = new Plot("A title of some length, that may have to be wrapped")
                {
                    Width = c.width,
                    Height = c.height,
                    LogX = c.log % 2 == 1,
                    LogY = c.log / 2 == 1,
                    YTitle = "learning rate",
                    Caption = "Schedule.Cosine(start: 0.1, end: 0, steps: 10_000).Warmup(500)",
                };
                for (int i = 0; i < c.curves; i++)
                {
                    plot = plot.Add(
                        $"{i}" + new string('n', c.nameLength),
                        (first, destination) => destination.Fill(c.scale * (1 + first % 7)),
                        c.start..(c.start + Math.Min(c.length, 2_000_000))
                    );
                }

                foreach (int marker in c.markers)
                {
                    plot = plot.AddMarker($"marker at {marker} percent", c.start + marker / 100.0 * Math.Min(c.length, 2_000_000));
                }

                AssertReadable(plot.ToSvg());
            }
        );

    [Fact]
    public void A_label_that_begins_left_of_the_axis_stands_above_its_numbers() =>
        AssertReadable(
            new Plot("marked") { Width = 160, LogX = true }
                .Add("small", _ => 1e-9, 0..1)
                .AddMarker("marker at 1 percent", 0.01)
                .ToSvg()
        );

    [Fact]
    public void An_empty_plot_is_a_picture_too() => Inspect(new Plot(""));

    internal static void AssertReadable(string svg)
    {
        var picture = new Picture(svg);
        var texts = picture.Texts().ToList();
        foreach ((string? text, double left, double top, double right, double bottom) in texts)
        {
            Assert.True(
                left >= 0 && right <= picture.Width && top >= 0 && bottom <= picture.Height,
                $"'{text}' leaves the picture: {left:F0}..{right:F0}, {top:F0}..{bottom:F0}"
            );
        }

        for (int i = 0; i < texts.Count; i++)
        {
            for (int k = 0; k < i; k++)
            {
                (
                    (string Text, double Left, double Top, double Right, double Bottom) a,
                    (string Text, double Left, double Top, double Right, double Bottom) b
                ) = (texts[i], texts[k]);
                Assert.False(
                    a.Left < b.Right && b.Left < a.Right && a.Top < b.Bottom && b.Top < a.Bottom,
                    $"'{a.Text}' overlaps '{b.Text}'"
                );
            }
        }
    }

    internal static Plot Full() =>
        new Plot("Everything") { YTitle = "value", Caption = "all of it" }
            .Add("steps", step => 0.1 / (1 + step), 0..40)
            .Add("many", step => 1e-5 * step, 0..20_000)
            .AddLine("line", [1, 10.5, 1234567.25], [0.001, 0.02, 0.3])
            .AddBand("line", [1, 10.5, 20], [-0.1, 0.01, 0.2], [0.1, 0.03, 0.4])
            .AddMarker("half: 0.5", 1000.5);

    private static double Flat(int step) => 1;

    private static void Inspect(Plot plot)
    {
        string svg = plot.ToSvg();
        Assert.NotNull(new Picture(svg).Root);
        Assert.DoesNotContain("NaN", svg);
        Assert.DoesNotContain("Infinity", svg);
        Assert.DoesNotContain("∞", svg);
    }
}
