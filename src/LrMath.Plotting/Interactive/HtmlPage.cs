using System.Net;
using System.Text;

namespace LrMath.Plotting.Interactive;

/// <summary>
/// A page that shows one picture and lets the reader move about in it. It refers to nothing outside, and forbids itself to.
/// </summary>
internal static class HtmlPage
{
    /// <summary>How many times finer than the pixels a curve is kept, so that there is something to zoom into.</summary>
    public const int Detail = 4;

    /// <summary>The page.</summary>
    /// <param name="title">What the window is called.</param>
    /// <param name="svg">The picture, its panels with their data (see <see cref="PanelData"/>).</param>
    public static string Of(string title, string svg)
    {
        var page = new StringBuilder("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.Append(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
                + "script-src 'unsafe-inline'; img-src data:\">\n"
        );
        page.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<link rel=\"icon\" href=\"data:,\">\n");
        page.Append("<title>").Append(WebUtility.HtmlEncode(title.Length > 0 ? title : "LrMath")).Append("</title>\n");
        page.Append("<style>\n").Append(Resource("page.css")).Append("</style>\n</head>\n<body>\n<main>\n").Append(svg);
        page.Append("<output aria-live=\"polite\"></output>\n");
        page.Append("<p>Wheel or pinch: zoom (with Shift: the values). Drag: move. Double click: all of it. ");
        page.Append("Keys: ← → values, + − zoom, Shift and arrows move, 0 all of it.</p>\n</main>\n");
        page.Append("<script>\n").Append(Resource("interactive.js")).Append("</script>\n</body>\n</html>\n");
        return page.ToString();
    }

    private static string Resource(string name)
    {
        using Stream stream = typeof(HtmlPage).Assembly.GetManifestResourceStream($"LrMath.Plotting.Interactive.{name}")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
