using System.Xml.Linq;
using LrMath.Plotting.Axes;

namespace LrMath.Plotting.Drawing;

/// <summary>Grid, ticks and tick labels, and what plots and bar charts place alike.</summary>
internal static class Frame
{
    /// <summary>The most ticks whose labels fit a y axis.</summary>
    public static int MostTicks(double pixels, Sizes sizes) => Math.Clamp((int)(pixels / (2 * sizes.Ticks)), 2, 9);

    public static double WidestLabel(double[] ticks, Sizes sizes) =>
        ticks.Length == 0 ? 0 : ticks.Max(tick => TextMetrics.Width(Label.Tick(tick), sizes.Ticks));

    /// <summary>The most ticks whose labels do not touch.</summary>
    public static double[] XTicks(Axis axis, bool whole, Sizes sizes)
    {
        for (int most = 10; most > 1; most--)
        {
            double[] ticks = axis.Ticks(most, whole);
            if (Apart(ticks, axis, sizes))
            {
                return ticks;
            }
        }
        return axis.Ticks(1, whole);
    }

    /// <summary>The ends of an x axis, moved inwards until the labels at them stay in the picture.</summary>
    public static (double Left, double Right) Sides(
        double left,
        double right,
        double width,
        Func<double, double, Axis> axis,
        bool whole,
        Sizes sizes
    )
    {
        // Other ends may bring other ticks; three rounds settle it in practice.
        for (int round = 0; round < 3; round++)
        {
            Axis x = axis(left, right);
            double[] ticks = XTicks(x, whole, sizes);
            if (ticks.Length == 0)
            {
                break;
            }

            left += Math.Max(0, sizes.Gap / 2 + HalfLabel(ticks[0]) - x.PixelOf(ticks[0]));
            right -= Math.Max(0, x.PixelOf(ticks[^1]) + HalfLabel(ticks[^1]) + sizes.Gap / 2 - width);
        }
        return (left, right);

        double HalfLabel(double tick) => TextMetrics.Width(axis(left, right).StepLabel(tick), sizes.Ticks) / 2;
    }

    public static IEnumerable<XElement> DrawY(Axis y, double left, double right, Sizes sizes)
    {
        double[] ticks = y.Ticks(MostTicks(y.Pixels, sizes), whole: false);
        foreach (double tick in ticks)
        {
            yield return Svg.Line(left, y.PixelOf(tick), right, y.PixelOf(tick), "lrm-grid");
        }

        foreach (double tick in ticks)
        {
            yield return Svg.Text(Label.Tick(tick), left - sizes.Gap, y.PixelOf(tick) + 0.36 * sizes.Ticks, sizes.Ticks, "lrm-soft", "end");
        }

        if (!y.Log)
        {
            yield break;
        }

        foreach (double tick in Ticks.Minor(y.Low, y.High))
        {
            yield return Svg.Line(left, y.PixelOf(tick), left + sizes.Gap / 2, y.PixelOf(tick), "lrm-axis");
        }
    }

    public static IEnumerable<XElement> DrawX(Axis x, bool whole, double bottom, Sizes sizes)
    {
        yield return Svg.Line(x.From, bottom, x.To, bottom, "lrm-axis");
        foreach (double tick in XTicks(x, whole, sizes))
        {
            double at = x.PixelOf(tick);
            yield return Svg.Line(at, bottom, at, bottom + sizes.Gap / 2, "lrm-axis");
            yield return Svg.Text(x.StepLabel(tick), at, bottom + sizes.Gap / 2 + 1.2 * sizes.Ticks, sizes.Ticks, "lrm-soft", "middle");
        }
        if (!x.Log)
        {
            yield break;
        }

        foreach (double tick in Ticks.Minor(x.Low, x.High))
        {
            yield return Svg.Line(x.PixelOf(tick), bottom, x.PixelOf(tick), bottom + sizes.Gap / 4, "lrm-axis");
        }
    }

    /// <summary>Lines of text from the left edge; answers the elements and leaves <paramref name="y"/> below them.</summary>
    public static List<XElement> Lines(IReadOnlyList<string> lines, double x, ref double y, double size, string style, bool bold = false)
    {
        var elements = new List<XElement>();
        foreach (string line in lines)
        {
            y += Sizes.LineHeight(size);
            elements.Add(Svg.Text(line, x, y - 0.3 * size, size, style, bold: bold));
        }
        return elements;
    }

    private static bool Apart(double[] ticks, Axis axis, Sizes sizes)
    {
        for (int i = 1; i < ticks.Length; i++)
        {
            double widths =
                TextMetrics.Width(axis.StepLabel(ticks[i - 1]), sizes.Ticks) + TextMetrics.Width(axis.StepLabel(ticks[i]), sizes.Ticks);
            if (axis.PixelOf(ticks[i]) - axis.PixelOf(ticks[i - 1]) < widths / 2 + sizes.Ticks)
            {
                return false;
            }
        }
        return true;
    }
}
