using System.Xml.Linq;
using LrMath.Plotting.Axes;

namespace LrMath.Plotting.Drawing;

/// <summary>One panel of a dot plot: a value in every row.</summary>
internal sealed record DotPanel(string Name, double[] Values, double[] Errors)
{
    private static readonly LineStyle Style = new(0);

    public (double Low, double High) Range => AxisRange.ForDots(Values, Errors);

    public XElement Draw(IReadOnlyList<string> rows, Axis x, double top, double rowHeight, Sizes sizes)
    {
        XElement drawn = Svg.Group(Style.ColourClass);
        for (int i = 0; i < Values.Length; i++)
        {
            if (!Guard.Drawable(Values[i]))
            {
                continue;
            }

            double y = top + (i + 0.5) * rowHeight;
            string reach = Reach(i) > 0 ? $" ± {Label.Value(Reach(i))}" : "";
            drawn.Add(Svg.Group(null, [Svg.Title($"{rows[i]}: {Label.Value(Values[i])}{reach}"), .. Mark(i, x, y, sizes)]));
        }
        return drawn;
    }

    private IEnumerable<XElement> Mark(int i, Axis x, double y, Sizes sizes)
    {
        if (Values[i] < x.Low)
        {
            foreach (XElement element in Outside(i, x.From, 1, y, sizes))
            {
                yield return element;
            }
        }
        else if (Values[i] > x.High)
        {
            foreach (XElement element in Outside(i, x.To, -1, y, sizes))
            {
                yield return element;
            }
        }
        else
        {
            if (Reach(i) > 0)
            {
                yield return Whisker(x, y, Values[i] - Reach(i), Values[i] + Reach(i));
            }

            yield return Style.Mark(x.PixelOf(Values[i]), y, 1.4 * sizes.Mark);
        }
    }

    /// <summary>An arrow head at the end of the axis, and the value beside it.</summary>
    private IEnumerable<XElement> Outside(int i, double end, int inwards, double y, Sizes sizes)
    {
        double size = 1.8 * sizes.Mark;
        var head = new PathData();
        head.Polygon((end, y), (end + inwards * size, y - size), (end + inwards * size, y + size));
        yield return Svg.Element("path", ("d", head.ToString()), ("fill", "currentColor"));
        yield return Svg.Text(
            Label.Value(Values[i]),
            end + inwards * (size + sizes.Gap / 2),
            y + 0.36 * sizes.Ticks,
            sizes.Ticks,
            "lrm-ink",
            inwards > 0 ? null : "end"
        );
    }

    // An end of the interval that is outside the axis has no cross-bar.
    private static XElement Whisker(Axis x, double y, double low, double high)
    {
        (string? left, string? right) = (Svg.Number(x.PixelOf(Math.Max(low, x.Low))), Svg.Number(x.PixelOf(Math.Min(high, x.High))));
        (string? middle, string? y1, string? y2) = (Svg.Number(y), Svg.Number(y - 4), Svg.Number(y + 4));
        string bars = (low < x.Low ? "" : $"M{left} {y1}V{y2}") + (high > x.High ? "" : $"M{right} {y1}V{y2}");
        return Svg.Element(
            "path",
            ("d", $"M{left} {middle}H{right}{bars}"),
            ("fill", "none"),
            ("stroke", "currentColor"),
            ("stroke-width", "1.3")
        );
    }

    private double Reach(int i) => Guard.Drawable(Errors[i]) ? Errors[i] : 0;
}
