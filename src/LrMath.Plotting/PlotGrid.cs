using System.Globalization;
using System.Xml.Linq;
using LrMath.Plotting.Drawing;
using LrMath.Plotting.Interactive;

namespace LrMath.Plotting;

/// <summary>Small multiples: many plots in one self-contained SVG, each with its own axes.</summary>
/// <remarks>
/// Every panel has the same size, given here; the <see cref="Plot.Width"/> and <see cref="Plot.Height"/> of the panels are not used. In a
/// row the curves begin and end at the same height, however many lines the titles and captions take.
/// </remarks>
public sealed record PlotGrid
{
    /// <summary>A grid of plots, filled row by row.</summary>
    /// <param name="title">The line above all panels; may be empty.</param>
    /// <param name="columns">How many panels stand side by side, from 1 to 100.</param>
    /// <param name="panels">At least one plot. Copied.</param>
    /// <exception cref="ArgumentNullException">An argument, or a panel, is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="panels"/> is empty, or <paramref name="title"/> holds a character that XML forbids.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="columns"/> is not from 1 to 100.</exception>
    public PlotGrid(string title, int columns, IReadOnlyList<Plot> panels) => (Title, Columns, Panels) = (title, columns, panels);

    /// <summary>The bold line above all panels; empty for none.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    /// <exception cref="ArgumentException">The text holds a character that XML forbids.</exception>
    public string Title
    {
        get;
        init => field = Guard.Text(value, nameof(Title));
    }

    /// <summary>How many panels stand side by side, from 1 to 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not in this range.</exception>
    public int Columns
    {
        get;
        init => field = Guard.Within(value, 1, 100, nameof(Columns));
    }

    /// <summary>The plots, row by row; at least one.</summary>
    /// <exception cref="ArgumentNullException">The list or a plot is null.</exception>
    /// <exception cref="ArgumentException">The list is empty.</exception>
    public IReadOnlyList<Plot> Panels
    {
        get;
        init => field = Checked(value, nameof(Panels));
    }

    /// <summary>Width of each panel in pixels, from 160 to 10,000; 240 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not in this range.</exception>
    public int PanelWidth
    {
        get;
        init => field = Guard.Within(value, 160, 10_000, nameof(PanelWidth));
    } = 240;

    /// <summary>
    /// Height of each panel in pixels, from 120 to 10,000; 170 by default. A row grows taller if its texts leave too little for the curves.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not in this range.</exception>
    public int PanelHeight
    {
        get;
        init => field = Guard.Within(value, 120, 10_000, nameof(PanelHeight));
    } = 170;

    /// <summary>
    /// True for larger texts, false by default: two panels of 300 pixels side by side can be read where they are shown 400 pixels wide.
    /// </summary>
    public bool LargeText { get; init; }

    /// <summary>The grid as the text of an SVG file, lines ended by <c>\n</c>.</summary>
    public string ToSvg() => ToSvg(detail: 1);

    /// <summary>The grid as the text of an HTML page on its own, like <see cref="Plot.ToHtml"/>.</summary>
    public string ToHtml() => HtmlPage.Of(Title.Length > 0 ? Title : Panels[0].Title, ToSvg(HtmlPage.Detail));

    private string ToSvg(int detail)
    {
        Sizes sizes = Sizes.Large;
        int columns = Math.Min(Columns, Panels.Count);
        int width = columns * PanelWidth;
        double y = Title.Length > 0 ? sizes.Padding - 0.3 * sizes.Title : 0.0;
        var content = new List<XElement>();
        content.AddRange(
            Frame.Lines(
                TextMetrics.Wrap(Title, width - 2 * Sizes.Small.Padding, sizes.Title, bold: true),
                Sizes.Small.Padding,
                ref y,
                sizes.Title,
                "lrm-ink",
                bold: true
            )
        );
        foreach (Plot[] row in Panels.Chunk(columns))
        {
            Panel[] panels = Array.ConvertAll(
                row,
                plot => new Panel(plot, PanelWidth, PanelHeight, LargeText ? Sizes.Medium : Sizes.Small, detail)
            );
            (double head, double foot) = (panels.Max(panel => panel.Head), panels.Max(panel => panel.Foot));
            double height = Panel.HeightFor(PanelHeight, head, foot);
            for (int column = 0; column < panels.Length; column++)
            {
                content.Add(panels[column].Draw(column * PanelWidth, y, height, head, foot));
            }

            y += height;
        }
        // A reader of the screen needs a name where there is no title.
        return Svg.Document(Title.Length > 0 ? Title : Panels[0].Title, width, Math.Ceiling(y), content);
    }

    /// <summary>The title and the number of panels, for a debugger.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"PlotGrid \"{Title}\", {Panels.Count} panels");

    private static Plot[] Checked(IReadOnlyList<Plot>? panels, string name)
    {
        ArgumentNullException.ThrowIfNull(panels, name);
        if (panels.Count == 0)
        {
            throw new ArgumentException($"{name} is empty; a grid needs at least one plot.", name);
        }

        foreach (Plot panel in panels)
        {
            ArgumentNullException.ThrowIfNull(panel, name);
        }

        return [.. panels];
    }
}
