using System.Xml.Linq;
using LrMath.Plotting.Axes;

namespace LrMath.Plotting.Drawing;

/// <summary>One bar in every category.</summary>
internal sealed record BarGroup(string Name, double[] Values, double[] Errors)
{
    private const double Filled = 0.8;

    public IEnumerable<(double Low, double High)?> Extents()
    {
        for (int i = 0; i < Values.Length; i++)
        {
            if (Guard.Drawable(Values[i]))
            {
                yield return (Values[i] - Reach(i), Values[i] + Reach(i));
            }
        }
    }

    public XElement Draw(Axis y, double left, double slot, int index, int groups, bool bars, Sizes sizes)
    {
        var style = new LineStyle(index);
        XElement drawn = Svg.Group(style.ColourClass);
        if (Name.Length > 0)
        {
            drawn.Add(Svg.Title(Name));
        }

        double bar = Filled * slot / groups;
        for (int i = 0; i < Values.Length; i++)
        {
            if (!Guard.Drawable(Values[i]))
            {
                continue;
            }

            double middle = left + i * slot + (1 - Filled) / 2 * slot + (index + 0.5) * bar;
            if (bars)
            {
                drawn.Add(Bar(y, middle, 0.86 * bar, Values[i], style));
            }
            else if (Values[i] >= y.Low && Values[i] <= y.High)
            {
                drawn.Add(style.Mark(middle, y.PixelOf(Values[i]), 1.4 * sizes.Mark));
            }

            if (Reach(i) > 0)
            {
                drawn.Add(Whisker(y, middle, Math.Min(4, bar / 4), Values[i] - Reach(i), Values[i] + Reach(i), bars));
            }
        }
        return drawn;
    }

    private static XElement Bar(Axis y, double middle, double width, double value, LineStyle style)
    {
        (double zero, double end) = (Inside(y, 0), Inside(y, value));
        // Beyond six groups the colours come again, paler and with an outline in a dash pattern of their own.
        return Svg.Element(
            "rect",
            ("x", Svg.Number(middle - width / 2)),
            ("y", Svg.Number(Math.Min(zero, end))),
            ("width", Svg.Number(width)),
            ("height", Svg.Number(Math.Abs(zero - end))),
            ("fill", "currentColor"),
            ("fill-opacity", style.Outline is null ? null : "0.4"),
            ("stroke", style.Outline is null ? null : "currentColor"),
            ("stroke-dasharray", style.Outline)
        );
    }

    private static XElement Whisker(Axis y, double middle, double half, double low, double high, bool onBar)
    {
        (string? bottom, string? top) = (Svg.Number(Inside(y, low)), Svg.Number(Inside(y, high)));
        (string? x, string? x1, string? x2) = (Svg.Number(middle), Svg.Number(middle - half), Svg.Number(middle + half));
        return Svg.Element(
            "path",
            ("class", onBar ? "lrm-whisker" : null),
            ("d", $"M{x} {bottom}V{top}M{x1} {bottom}H{x2}M{x1} {top}H{x2}"),
            ("fill", "none"),
            ("stroke", onBar ? null : "currentColor"),
            ("stroke-width", "1.3")
        );
    }

    private static double Inside(Axis y, double value) => y.PixelOf(Math.Clamp(value, y.Low, y.High));

    private double Reach(int i) => Guard.Drawable(Errors[i]) ? Errors[i] : 0;
}
