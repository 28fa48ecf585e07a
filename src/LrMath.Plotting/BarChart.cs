using System.Globalization;
using System.Xml.Linq;
using LrMath.Plotting.Axes;
using LrMath.Plotting.Drawing;

namespace LrMath.Plotting;

/// <summary>Grouped bars with error bars: accuracy by training length (the categories) and schedule (the groups), for instance.</summary>
/// <remarks>
/// <para>Immutable: <see cref="Add"/> returns a new chart. Values that are NaN, infinite or above 1e300 in magnitude leave their place
/// empty.</para>
/// <para>Bars stand on zero. Where <see cref="YRange"/> leaves zero out they become points, for a bar cut off at its foot lies about
/// proportions.</para>
/// </remarks>
public sealed record BarChart
{
    /// <summary>An empty chart; add groups to it.</summary>
    /// <param name="title">The line at the top; may be empty.</param>
    /// <param name="categories">The names below the axis, from left to right; at least one. Copied.</param>
    /// <exception cref="ArgumentNullException">An argument, or a category, is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="categories"/> is empty, or a text holds a character that XML forbids.
    /// </exception>
    public BarChart(string title, IReadOnlyList<string> categories)
    {
        Title = title;
        ArgumentNullException.ThrowIfNull(categories);
        if (categories.Count == 0)
        {
            throw new ArgumentException("categories is empty; a chart needs at least one.", nameof(categories));
        }

        Categories = [.. categories.Select(category => Guard.Text(category, nameof(categories)))];
    }

    /// <summary>The bold line at the top; empty for none.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    /// <exception cref="ArgumentException">The text holds a character that XML forbids.</exception>
    public string Title
    {
        get;
        init => field = Guard.Text(value, nameof(Title));
    }

    /// <summary>The names below the axis.</summary>
    public IReadOnlyList<string> Categories { get; }

    /// <summary>What the categories are; empty, the default, for none.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    /// <exception cref="ArgumentException">The text holds a character that XML forbids.</exception>
    public string XTitle
    {
        get;
        init => field = Guard.Text(value, nameof(XTitle));
    } = "";

    /// <summary>What the bars measure, written above the y axis; empty, the default, for none.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    /// <exception cref="ArgumentException">The text holds a character that XML forbids.</exception>
    public string YTitle
    {
        get;
        init => field = Guard.Text(value, nameof(YTitle));
    } = "";

    /// <summary>Small text below the title; null, the default, for none.</summary>
    /// <exception cref="ArgumentException">The text holds a character that XML forbids.</exception>
    public string? Caption
    {
        get;
        init => field = value is null ? null : Guard.Text(value, nameof(Caption));
    }

    /// <summary>Width in pixels, from 160 to 10,000; 720 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not in this range.</exception>
    public int Width
    {
        get;
        init => field = Guard.Within(value, 160, 10_000, nameof(Width));
    } = 720;

    /// <summary>Height in pixels, from 120 to 10,000; 400 by default. The picture grows taller if its texts leave too little for the
    /// bars.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not in this range.</exception>
    public int Height
    {
        get;
        init => field = Guard.Within(value, 120, 10_000, nameof(Height));
    } = 400;

    /// <summary>
    /// The ends of the y axis, the lower one first, in the unit of the values; null, the default, fits them to zero and the data. A range
    /// without zero shows points instead of bars.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An end is not finite or above 1e300 in magnitude, the lower one is not below the upper one, or they differ by less than 1e-12 of
    /// their size.
    /// </exception>
    public (double Low, double High)? YRange
    {
        get;
        init => field = Guard.Interval(value, nameof(YRange));
    }

    internal IReadOnlyList<BarGroup> Groups { get; private init; } = [];

    /// <summary>This chart and one more bar in every category.</summary>
    /// <param name="name">Its name in the legend.</param>
    /// <param name="values">One value per category. Copied.</param>
    /// <param name="errors">
    /// How far the error bars reach up and down, one per category, zero or above; NaN or null for none. Copied.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or <paramref name="values"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// A list does not have one value per category, or <paramref name="name"/> holds a character that XML forbids.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">An error is below zero.</exception>
    public BarChart Add(string name, IReadOnlyList<double> values, IReadOnlyList<double>? errors = null)
    {
        Guard.Text(name, nameof(name));
        double[] copies = Guard.Numbers(values, nameof(values));
        Guard.SameCount(copies.Length, nameof(values), Categories.Count, nameof(Categories));
        return this with { Groups = [.. Groups, new BarGroup(name, copies, Guard.Errors(errors, Categories.Count, nameof(Categories)))] };
    }

    /// <summary>The chart as the text of an SVG file, lines ended by <c>\n</c>.</summary>
    public string ToSvg()
    {
        Sizes sizes = Sizes.Large;
        double textWidth = Width - 2 * sizes.Padding;
        (double Low, double High) range = YRange ?? AxisRange.ForBars(Groups.SelectMany(group => group.Extents()));
        bool bars = range.Low <= 0 && range.High >= 0;
        double[] yTicks = Ticks.Linear(range.Low, range.High, Frame.MostTicks(0.7 * Height, sizes));
        (double left, double right) = (sizes.Padding + Frame.WidestLabel(yTicks, sizes) + sizes.Gap, Width - sizes.Padding);
        double slot = (right - left) / Categories.Count;
        var names = Categories.Select(category => TextMetrics.Wrap(category, slot - sizes.Gap, sizes.Ticks)).ToList();
        var legend = new Legend(
            [
                .. Groups
                    .Select((group, i) => new LegendEntry(group.Name, new LineStyle(i), Line: false, Area: bars, Mark: !bars, Solid: true))
                    .Where(entry => entry.Name.Length > 0),
            ],
            textWidth,
            sizes
        );

        double top = sizes.Padding - 0.3 * sizes.Title;
        var content = new List<XElement>();
        content.AddRange(
            Frame.Lines(
                TextMetrics.Wrap(Title, textWidth, sizes.Title, bold: true),
                sizes.Padding,
                ref top,
                sizes.Title,
                "lrm-ink",
                bold: true
            )
        );
        content.AddRange(
            Frame.Lines(TextMetrics.Wrap(Caption, textWidth, sizes.Caption), sizes.Padding, ref top, sizes.Caption, "lrm-soft")
        );
        if (YTitle.Length > 0)
        {
            top += sizes.Gap;
            content.AddRange(
                Frame.Lines([TextMetrics.Shorten(YTitle, textWidth, sizes.Text)], sizes.Padding, ref top, sizes.Text, "lrm-ink")
            );
        }
        top += sizes.Gap + 0.4 * sizes.Ticks;
        double foot =
            sizes.Gap / 2
            + names.Max(lines => lines.Count) * Sizes.LineHeight(sizes.Ticks)
            + (XTitle.Length > 0 ? Sizes.LineHeight(sizes.Text) : 0)
            + (legend.Height > 0 ? legend.Height + sizes.Gap : 0)
            + 0.6 * sizes.Padding;
        double height = Panel.HeightFor(Height, top, foot);
        var y = new Axis(range.Low, range.High, Log: false, height - foot, top);
        content.AddRange(Frame.DrawY(y, left, right, sizes));
        double ground = bars ? y.PixelOf(0) : y.From;
        content.Add(Svg.Line(left, ground, right, ground, "lrm-axis"));
        content.AddRange(Groups.Select((group, i) => group.Draw(y, left, slot, i, Groups.Count, bars, sizes)));

        double below = y.From + sizes.Gap / 2;
        for (int i = 0; i < names.Count; i++)
        {
            for (int line = 0; line < names[i].Count; line++)
            {
                content.Add(
                    Svg.Text(
                        names[i][line],
                        left + (i + 0.5) * slot,
                        below + (line + 1) * Sizes.LineHeight(sizes.Ticks) - 0.3 * sizes.Ticks,
                        sizes.Ticks,
                        "lrm-ink",
                        "middle"
                    )
                );
            }
        }
        below += names.Max(lines => lines.Count) * Sizes.LineHeight(sizes.Ticks);
        if (XTitle.Length > 0)
        {
            below += Sizes.LineHeight(sizes.Text);
            content.Add(
                Svg.Text(
                    TextMetrics.Shorten(XTitle, right - left, sizes.Text),
                    (left + right) / 2,
                    below - 0.3 * sizes.Text,
                    sizes.Text,
                    "lrm-ink",
                    "middle"
                )
            );
        }
        content.AddRange(legend.Draw(sizes.Padding, below + sizes.Gap));
        return Svg.Document(Title, Width, height, content);
    }

    /// <summary>The title and the number of groups, for a debugger.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"BarChart \"{Title}\", {Groups.Count} groups");
}
