using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using LrMath.Plotting.Drawing;

namespace LrMath.Tests.Plotting;

/// <summary>Reads back what a picture shows.</summary>
internal sealed partial class Picture(string svg)
{
    public XElement Root { get; } = XDocument.Parse(svg).Root!;

    public double Width => Number(Root, "width");

    public double Height => Number(Root, "height");

    /// <summary>Top and bottom of the y axis of a plot.</summary>
    public (double Top, double Bottom) Axis
    {
        get
        {
            XElement clip = Root.Descendants().First(e => e.Name.LocalName == "svg");
            double half = Sizes.Large.Line / 2;
            return (Number(clip, "y") + half, Number(clip, "y") + Number(clip, "height") - half);
        }
    }

    /// <summary>The path data of the curves of that name, as they stand in the file.</summary>
    public string Curve(string name) =>
        Root.Descendants()
            .Single(e => e.Name.LocalName == "g" && e.Elements().Any(t => t.Name.LocalName == "title" && t.Value == name))
            .Elements()
            .First(e => e.Name.LocalName == "path")
            .Attribute("d")!
            .Value;

    public IReadOnlyList<(double X, double Y)> Corners(string name) => Points(Curve(name));

    /// <summary>All texts with the boxes that the widest of fonts would need.</summary>
    public IEnumerable<(string Text, double Left, double Top, double Right, double Bottom)> Texts() =>
        Root.Descendants()
            .Where(e => e.Name.LocalName == "text")
            .Select(element =>
            {
                (double x, double y) = element
                    .Ancestors()
                    .Select(Offset)
                    .Aggregate((X: Number(element, "x"), Y: Number(element, "y")), (sum, by) => (sum.X + by.X, sum.Y + by.Y));
                double size = Number(element, "font-size");
                double width = TextMetrics.Width(element.Value, size, element.Attribute("font-weight") is not null);
                double left = element.Attribute("text-anchor")?.Value switch
                {
                    "middle" => x - width / 2,
                    "end" => x - width,
                    _ => x,
                };
                return (element.Value, left, y - 0.75 * size, left + width, y + 0.1 * size);
            });

    private static List<(double X, double Y)> Points(string path)
    {
        var points = new List<(double X, double Y)>();
        foreach (Match command in Command().Matches(path))
        {
            double[] numbers = command
                .Groups[2]
                .Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(n => double.Parse(n, CultureInfo.InvariantCulture))
                .ToArray();
            points.Add(
                command.Groups[1].Value switch
                {
                    "H" => (numbers[0], points[^1].Y),
                    "V" => (points[^1].X, numbers[0]),
                    _ => (numbers[0], numbers[1]),
                }
            );
        }
        return points;
    }

    private static (double X, double Y) Offset(XElement element)
    {
        Match match = Translation().Match(element.Attribute("transform")?.Value ?? "");
        return match.Success
            ? (
                double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture),
                double.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)
            )
            : (0, 0);
    }

    private static double Number(XElement element, string attribute) =>
        double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"([MLHV])([^MLHVZ]*)")]
    private static partial Regex Command();

    [GeneratedRegex(@"translate\((\S+) (\S+)\)")]
    private static partial Regex Translation();
}
