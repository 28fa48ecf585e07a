using System.Xml.Linq;

namespace LrMath.Plotting.Drawing;

/// <summary>
/// One of 36 looks: six colours and six dash patterns, both of them another for each of the first six, so that curves can be told apart
/// without colours; four marks.
/// </summary>
internal readonly record struct LineStyle(int Index)
{
    private const int Colours = 6;

    private static ReadOnlySpan<string?> Dashes => new string?[] { null, "8 3", "2 2.5", "9 3 2 3", "14 4", "9 3 2 3 2 3" };

    public string ColourClass => $"lrm-s{Index % Colours}";

    public string? Dash => Dashes[(Index + Index / Colours) % Dashes.Length];

    /// <summary>The outline of an area, which needs one only where its colour comes again.</summary>
    public string? Outline => Index < Colours ? null : Dash;

    public XElement Mark(double x, double y, double radius)
    {
        var path = new PathData();
        double r = 0.9 * radius;
        switch (Index % 4)
        {
            case 0:
                return Svg.Element(
                    "circle",
                    ("class", "lrm-halo"),
                    ("cx", Svg.Number(x)),
                    ("cy", Svg.Number(y)),
                    ("r", Svg.Number(radius)),
                    ("fill", "currentColor")
                );
            case 1:
                path.Polygon((x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r));
                break;
            case 2:
                path.Polygon((x, y - 1.4 * r), (x + 1.4 * r, y), (x, y + 1.4 * r), (x - 1.4 * r, y));
                break;
            default:
                path.Polygon((x, y - 1.3 * r), (x + 1.25 * r, y + r), (x - 1.25 * r, y + r));
                break;
        }
        return Svg.Element("path", ("class", "lrm-halo"), ("d", path.ToString()), ("fill", "currentColor"));
    }
}
