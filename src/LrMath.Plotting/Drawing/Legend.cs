using System.Xml.Linq;

namespace LrMath.Plotting.Drawing;

/// <summary>Samples and names in rows.</summary>
internal sealed class Legend
{
    private readonly List<(LegendEntry Entry, double X, int Row)> placed = [];
    private readonly Sizes sizes;
    private readonly double sample;

    public Legend(IReadOnlyList<LegendEntry> entries, double width, Sizes sizes)
    {
        this.sizes = sizes;
        sample = 3 * sizes.Text;
        (double x, int row) = (0.0, 0);
        foreach (LegendEntry entry in entries)
        {
            string name = TextMetrics.Shorten(entry.Name, width - sample - sizes.Gap, sizes.Text);
            double entryWidth = sample + sizes.Gap + TextMetrics.Width(name, sizes.Text);
            if (x > 0 && x + entryWidth > width)
            {
                (x, row) = (0, row + 1);
            }

            placed.Add((entry with { Name = name }, x, row));
            x += entryWidth + 2 * sizes.Gap;
        }
        Height = placed.Count == 0 ? 0 : (row + 1) * RowHeight;
    }

    public double Height { get; }

    private double RowHeight => 1.5 * sizes.Text;

    public IEnumerable<XElement> Draw(double left, double top)
    {
        foreach ((LegendEntry? entry, double x, int row) in placed)
        {
            double middle = top + (row + 0.5) * RowHeight;
            yield return Svg.Group(entry.Style.ColourClass, Sample(entry, left + x, middle));
            yield return Svg.Text(entry.Name, left + x + sample + sizes.Gap, middle + 0.36 * sizes.Text, sizes.Text, "lrm-ink");
        }
    }

    private IEnumerable<XElement> Sample(LegendEntry entry, double x, double y)
    {
        double half = sizes.Text * 0.45;
        if (entry.Area)
        {
            string? outline = entry.Solid ? entry.Style.Outline : null;
            yield return Svg.Element(
                "rect",
                ("x", Svg.Number(x)),
                ("y", Svg.Number(y - half)),
                ("width", Svg.Number(sample)),
                ("height", Svg.Number(2 * half)),
                ("fill", "currentColor"),
                (
                    "fill-opacity",
                    !entry.Solid ? "0.18"
                    : outline is null ? null
                    : "0.4"
                ),
                ("stroke", outline is null ? null : "currentColor"),
                ("stroke-dasharray", outline)
            );
        }
        if (entry.Line)
        {
            XElement line = Svg.Line(x, y, x + sample, y, "", entry.Style.Dash);
            line.SetAttributeValue("class", null);
            line.SetAttributeValue("stroke", "currentColor");
            line.SetAttributeValue("stroke-width", Svg.Number(sizes.Line));
            yield return line;
        }
        if (entry.Mark)
        {
            yield return entry.Style.Mark(x + sample / 2, y, sizes.Mark);
        }
    }
}
