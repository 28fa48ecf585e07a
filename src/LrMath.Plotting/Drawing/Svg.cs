using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace LrMath.Plotting.Drawing;

/// <summary>SVG elements and the text of a whole document, the same bytes everywhere.</summary>
internal static class Svg
{
    private const double MostFast = 1e6;

    private static readonly string[] Tenths = [.. Enumerable.Range(0, 10).Select(digit => $".{digit}")];

    private static readonly string[] Hundredths = [.. Enumerable.Range(0, 100).Select(digits => $".{digits:00}")];

    private static readonly XNamespace Namespace = "http://www.w3.org/2000/svg";

    public static XElement Element(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        var element = new XElement(Namespace + name);
        foreach ((string? attribute, string? value) in attributes)
        {
            if (value is not null)
            {
                element.Add(new XAttribute(attribute, value));
            }
        }
        return element;
    }

    public static XElement Group(string? style, params IEnumerable<XElement> children)
    {
        XElement group = Element("g", ("class", style));
        group.Add(children);
        return group;
    }

    /// <summary>A line of text; <paramref name="y"/> is its baseline.</summary>
    public static XElement Text(string text, double x, double y, double size, string style, string? anchor = null, bool bold = false)
    {
        XElement element = Element(
            "text",
            ("class", style),
            ("x", Number(x)),
            ("y", Number(y)),
            ("font-size", Number(size)),
            ("font-weight", bold ? "600" : null),
            ("text-anchor", anchor)
        );
        element.Add(text);
        return element;
    }

    public static XElement Line(double x1, double y1, double x2, double y2, string style, string? dash = null) =>
        Element(
            "line",
            ("class", style),
            ("x1", Number(x1)),
            ("y1", Number(y1)),
            ("x2", Number(x2)),
            ("y2", Number(y2)),
            ("stroke-dasharray", dash)
        );

    /// <summary>A tooltip.</summary>
    public static XElement Title(string text)
    {
        XElement element = Element("title");
        element.Add(text);
        return element;
    }

    /// <summary>A coordinate, to a hundredth of a pixel.</summary>
    public static string Number(double value)
    {
        if (!(Math.Abs(value) < MostFast))
        {
            return (Math.Round(value, 2) + 0.0).ToString("0.##", CultureInfo.InvariantCulture);
        }

        // Pictures have thousands of these: a format string costs several times as much.
        int hundredths = (int)Math.Round(value * 100);
        string sign = hundredths < 0 ? "-" : "";
        (int whole, int rest) = Math.DivRem(Math.Abs(hundredths), 100);
        string fraction =
            rest == 0 ? ""
            : rest % 10 == 0 ? Tenths[rest / 10]
            : Hundredths[rest];
        return string.Concat(sign, whole.ToString(CultureInfo.InvariantCulture), fraction);
    }

    public static string Document(string title, double width, double height, params IEnumerable<XElement> content)
    {
        XElement root = Element(
            "svg",
            ("width", Number(width)),
            ("height", Number(height)),
            ("viewBox", $"0 0 {Number(width)} {Number(height)}"),
            ("role", "img"),
            ("aria-label", title),
            ("font-family", "system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif")
        );
        XElement style = Element("style");
        style.Add(StyleSheet.Text.ReplaceLineEndings("\n"));
        root.Add(style, Element("rect", ("class", "lrm-bg"), ("width", "100%"), ("height", "100%"), ("rx", "6")), content);

        var text = new StringBuilder();
        var settings = new XmlWriterSettings
        {
            OmitXmlDeclaration = true,
            Indent = true,
            IndentChars = " ",
            NewLineChars = "\n",
        };
        using (var writer = XmlWriter.Create(text, settings))
        {
            root.Save(writer);
        }

        return text.Append('\n').ToString();
    }
}
