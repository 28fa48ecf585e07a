using System.Globalization;
using System.Xml.Linq;
using LrMath.Plotting.Axes;
using LrMath.Plotting.Drawing;

namespace LrMath.Plotting;

/// <summary>
/// A dot plot: a labelled row for each thing that is compared (schedules, for instance), a panel for each condition (training lengths, for
/// instance), in it a dot at the value of each row and an error bar.
/// </summary>
/// <remarks>
/// <para>Immutable: <see cref="Add"/> returns a new plot. Values that are NaN, infinite or above 1e300 in magnitude leave their row
/// empty.</para>
/// <para>Each panel has an axis of its own. <b>Outliers</b> do not stretch it: a value further from the quartiles of its panel than three
/// times the distance between them ("far out", Tukey, 1977) is an arrow at the end of the axis with the value beside it; error bars are cut
/// off at twice that distance. The median error counts as that distance where it is larger; panels of fewer than four values show
/// all.</para>
/// <para>Unlike a <see cref="BarChart"/> it stays readable with many rows, because a row needs no colour of its own.</para>
/// </remarks>
public sealed record DotPlot
{
    private const double LeastPanel = 130;
    private const double MostForLabels = 0.4;
    private const double BetweenPanels = 34;
    private const double RowToText = 1.8;

    /// <summary>An empty plot; add panels to it.</summary>
    /// <param name="title">The line at the top; may be empty.</param>
    /// <param name="rows">The names at the left, from top to bottom; at least one. Copied.</param>
    /// <exception cref="ArgumentNullException">An argument, or a row, is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="rows"/> is empty, or a text holds a character that XML forbids.
    /// </exception>
    public DotPlot(string title, IReadOnlyList<string> rows)
    {
        Title = title;
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Count == 0)
        {
            throw new ArgumentException("rows is empty; a dot plot needs at least one.", nameof(rows));
        }

        Rows = [.. rows.Select(row => Guard.Text(row, nameof(rows)))];
    }

    /// <summary>The bold line at the top; empty for none.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    /// <exception cref="ArgumentException">The text holds a character that XML forbids.</exception>
    public string Title
    {
        get;
        init => field = Guard.Text(value, nameof(Title));
    }

    /// <summary>The names at the left.</summary>
    public IReadOnlyList<string> Rows { get; }

    /// <summary>What the dots measure, written below the axes; empty, the default, for none.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    /// <exception cref="ArgumentException">The text holds a character that XML forbids.</exception>
    public string XTitle
    {
        get;
        init => field = Guard.Text(value, nameof(XTitle));
    } = "";

    /// <summary>Small text below the title; null, the default, for none.</summary>
    /// <exception cref="ArgumentException">The text holds a character that XML forbids.</exception>
    public string? Caption
    {
        get;
        init => field = value is null ? null : Guard.Text(value, nameof(Caption));
    }

    /// <summary>
    /// Width in pixels, from 160 to 10,000; 720 by default. Panels that have no room beside each other stand below each other; the height
    /// follows from the rows.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not in this range.</exception>
    public int Width
    {
        get;
        init => field = Guard.Within(value, 160, 10_000, nameof(Width));
    } = 720;

    internal IReadOnlyList<DotPanel> Panels { get; private init; } = [];

    /// <summary>This plot and one more panel.</summary>
    /// <param name="name">Written above it; may be empty.</param>
    /// <param name="values">One value per row. Copied.</param>
    /// <param name="errors">
    /// How far the error bars reach to both sides, one per row, zero or above; NaN or null for none. Copied.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or <paramref name="values"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// A list does not have one value per row, or <paramref name="name"/> holds a character that XML forbids.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">An error is below zero.</exception>
    public DotPlot Add(string name, IReadOnlyList<double> values, IReadOnlyList<double>? errors = null)
    {
        Guard.Text(name, nameof(name));
        double[] copies = Guard.Numbers(values, nameof(values));
        Guard.SameCount(copies.Length, nameof(values), Rows.Count, nameof(Rows));
        return this with { Panels = [.. Panels, new DotPanel(name, copies, Guard.Errors(errors, Rows.Count, nameof(Rows)))] };
    }

    /// <summary>The plot as the text of an SVG file, lines ended by <c>\n</c>.</summary>
    public string ToSvg()
    {
        Sizes sizes = Sizes.Large;
        double textWidth = Width - 2 * sizes.Padding;
        double y = sizes.Padding - 0.3 * sizes.Title;
        var content = new List<XElement>();
        content.AddRange(
            Frame.Lines(
                TextMetrics.Wrap(Title, textWidth, sizes.Title, bold: true),
                sizes.Padding,
                ref y,
                sizes.Title,
                "lrm-ink",
                bold: true
            )
        );
        content.AddRange(Frame.Lines(TextMetrics.Wrap(Caption, textWidth, sizes.Caption), sizes.Padding, ref y, sizes.Caption, "lrm-soft"));

        string[] labels = [.. Rows.Select(row => TextMetrics.Shorten(row, MostForLabels * textWidth, sizes.Text))];
        double left = sizes.Padding + labels.Max(label => TextMetrics.Width(label, sizes.Text)) + 2 * sizes.Gap;
        // Half a tick label may stand out at the right end of an axis.
        double right = Width - sizes.Padding - BetweenPanels / 2;
        int columns = Math.Clamp((int)((right - left + BetweenPanels) / (LeastPanel + BetweenPanels)), 1, Math.Max(1, Panels.Count));
        double panelWidth = (right - left - (columns - 1) * BetweenPanels) / columns;
        foreach (DotPanel[] beside in Panels.Chunk(columns))
        {
            content.AddRange(Beside(beside, labels, left, panelWidth, ref y, sizes));
        }

        if (XTitle.Length > 0)
        {
            y += Sizes.LineHeight(sizes.Text);
            string text = TextMetrics.Shorten(XTitle, textWidth, sizes.Text);
            double middle = Math.Clamp((left + right) / 2, 0, Width - sizes.Padding - TextMetrics.Width(text, sizes.Text) / 2);
            content.Add(Svg.Text(text, middle, y - 0.3 * sizes.Text, sizes.Text, "lrm-ink", "middle"));
        }
        return Svg.Document(Title, Width, Math.Ceiling(y + 0.6 * sizes.Padding), content);
    }

    /// <summary>The title and the number of panels, for a debugger.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"DotPlot \"{Title}\", {Panels.Count} panels");

    /// <summary>Panels beside each other, with the names of the rows; leaves <paramref name="y"/> below them.</summary>
    private List<XElement> Beside(DotPanel[] panels, string[] labels, double left, double width, ref double y, Sizes sizes)
    {
        var content = new List<XElement>();
        double rowHeight = RowToText * sizes.Text;
        double right = left + panels.Length * (width + BetweenPanels) - BetweenPanels;
        y += sizes.Gap;
        if (panels.Any(panel => panel.Name.Length > 0))
        {
            y += Sizes.LineHeight(sizes.Text);
        }

        double header = y - 0.3 * sizes.Text;
        double top = y + sizes.Gap / 2;
        double bottom = top + labels.Length * rowHeight;
        for (int i = 0; i < labels.Length; i++)
        {
            double middle = top + (i + 0.5) * rowHeight;
            content.Add(Svg.Line(left, middle, right, middle, "lrm-grid", "2 3"));
            content.Add(Svg.Text(labels[i], left - 1.5 * sizes.Gap, middle + 0.36 * sizes.Text, sizes.Text, "lrm-ink", "end"));
        }
        for (int i = 0; i < panels.Length; i++)
        {
            double start = left + i * (width + BetweenPanels);
            (double low, double high) = panels[i].Range;
            var x = new Axis(low, high, Log: false, start, start + width);
            string name = TextMetrics.Shorten(panels[i].Name, width, 1.1 * sizes.Text);
            content.Add(Svg.Text(name, start, header, sizes.Text, "lrm-ink", bold: true));
            foreach (double tick in Frame.XTicks(x, whole: false, sizes))
            {
                content.Add(Svg.Line(x.PixelOf(tick), top, x.PixelOf(tick), bottom, "lrm-grid"));
            }

            content.AddRange(Frame.DrawX(x, whole: false, bottom, sizes));
            content.Add(panels[i].Draw(Rows, x, top, rowHeight, sizes));
        }
        y = bottom + sizes.Gap / 2 + 1.5 * sizes.Ticks;
        return content;
    }
}
