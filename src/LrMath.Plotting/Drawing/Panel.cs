using System.Xml.Linq;
using LrMath.Plotting.Axes;
using LrMath.Plotting.Curves;
using LrMath.Plotting.Interactive;

namespace LrMath.Plotting.Drawing;

/// <summary>A plot measured for its place: how much its texts need above and below the curves, then the drawing.</summary>
internal sealed class Panel
{
    private const double LeastCurveHeight = 60;

    private readonly Plot plot;
    private readonly Sizes sizes;
    private readonly double width;
    private readonly bool isInteractive;
    private readonly bool whole;
    private readonly bool hidden;
    private readonly (double Low, double High) xRange,
        yRange;
    private readonly List<(string Name, LineStyle Style, Trace Trace)> traces = [];
    private readonly List<string> titleLines,
        captionLines;
    private readonly List<(Marker Marker, string Label, double Start, int Row)> markers;
    private readonly int markerRows;
    private readonly double left,
        right;
    private readonly Legend legend;

    /// <param name="plot">What is drawn.</param>
    /// <param name="width">Pixels from edge to edge.</param>
    /// <param name="height">Pixels that are wanted.</param>
    /// <param name="sizes">Of texts and lines.</param>
    /// <param name="detail">How many points a pixel column keeps the points of: 1, or more for a picture that can be zoomed.</param>
    public Panel(Plot plot, double width, double height, Sizes sizes, int detail = 1)
    {
        (this.plot, this.width, this.sizes, isInteractive) = (plot, width, sizes, detail > 1);
        whole = plot.Curves.Count > 0 && plot.Curves.All(curve => curve.WholeX);
        var shownMarkers = plot.Markers.Where(marker => !plot.LogX || marker.X >= Guard.SmallestOnLog).ToList();
        xRange = AxisRange.ForX(
            [
                .. plot.Curves.Select(curve => curve.XExtent(plot.LogX)),
                .. shownMarkers.Select(marker => ((double, double)?)(marker.X, marker.X)),
            ],
            plot.LogX
        );

        // As many columns as the whole panel has pixels: the curves get fewer, but how many is not known yet.
        var columns = new Columns(xRange.Low, xRange.High, plot.LogX, detail * (int)width);
        var styles = new Dictionary<string, LineStyle>();
        foreach (string name in plot.StyleOrder)
        {
            styles.TryAdd(name, new LineStyle(styles.Count));
        }

        foreach (Curve curve in plot.Curves)
        {
            if (!styles.TryGetValue(curve.Name, out LineStyle style))
            {
                styles.Add(curve.Name, style = new LineStyle(styles.Count));
            }

            traces.Add((curve.Name, style, curve.Trace(columns, plot.LogY)));
        }
        hidden = traces.Any(trace => trace.Trace.Hidden);
        yRange =
            plot.YRange is { } given && !(plot.LogY && given.Low < Guard.SmallestOnLog)
                ? given
                : AxisRange.ForY(traces.Select(trace => trace.Trace.YExtent), plot.LogY);

        double textWidth = width - 2 * sizes.Padding;
        titleLines = TextMetrics.Wrap(plot.Title, textWidth, sizes.Title, bold: true);
        captionLines = TextMetrics.Wrap(plot.Caption, textWidth, sizes.Caption);
        double[] yTicks = new Axis(yRange.Low, yRange.High, plot.LogY, height, 0).Ticks(Frame.MostTicks(0.7 * height, sizes), whole: false);
        (left, right) = Frame.Sides(
            sizes.Padding + Frame.WidestLabel(yTicks, sizes) + sizes.Gap,
            width - sizes.Padding,
            width,
            XAxis,
            whole,
            sizes
        );

        markers = PlaceMarkers(shownMarkers);
        markerRows = markers.Count == 0 ? 0 : markers.Max(marker => marker.Row) + 1;
        legend = new Legend(LegendEntries(right - left), textWidth, sizes);
        Head = HeadHeight();
        Foot = FootHeight();
    }

    /// <summary>Pixels that title, caption, y title and marker labels need above the curves.</summary>
    public double Head { get; }

    /// <summary>Pixels that tick labels, x title, legend and note need below the curves.</summary>
    public double Foot { get; }

    private string? Note => hidden ? "Values at or below zero are not on this logarithmic axis." : null;

    /// <summary>The wanted height, or more if the curves would get too little of it.</summary>
    public static double HeightFor(double wanted, double head, double foot) =>
        Math.Max(wanted, Math.Ceiling(head + LeastCurveHeight + foot));

    public XElement Draw(double offsetX, double offsetY, double height, double head, double foot)
    {
        (Axis x, Axis y) = Axes(height, head, foot);
        double top = sizes.Padding - 0.3 * sizes.Title;
        XElement group = Svg.Group(
            null,
            [
                .. Frame.Lines(titleLines, sizes.Padding, ref top, sizes.Title, "lrm-ink", bold: true),
                .. Frame.Lines(captionLines, sizes.Padding, ref top, sizes.Caption, "lrm-soft"),
                .. DrawYTitle(head),
                .. Part("lrm-y", Frame.DrawY(y, left, right, sizes)),
                .. Part("lrm-x", Frame.DrawX(x, whole, y.From, sizes)),
                .. Part("lrm-m", DrawMarkers(x, y)),
                DrawCurves(x, y),
                .. DrawFoot(height, foot),
            ]
        );
        if (isInteractive)
        {
            group.SetAttributeValue("class", "lrm-panel");
            string json = PanelData.Json(plot.Title, XTitle, x, y, sizes, traces, markers.Select(placed => placed.Marker));
            group.SetAttributeValue("data-lrm", json);
        }

        if (offsetX != 0 || offsetY != 0)
        {
            group.SetAttributeValue("transform", $"translate({Svg.Number(offsetX)} {Svg.Number(offsetY)})");
        }

        return group;
    }

    // A part that a script may draw anew has a group of its own.
    private IEnumerable<XElement> Part(string name, IEnumerable<XElement> elements) =>
        isInteractive ? [Svg.Group(name, elements)] : elements;

    /// <summary>The axes of a drawing of that height.</summary>
    public (Axis X, Axis Y) Axes(double height, double head, double foot) =>
        (XAxis(left, right), new Axis(yRange.Low, yRange.High, plot.LogY, height - foot, head));

    private string XTitle => plot is { StepsPerEpoch: not null, XTitle: "step" } ? "epoch" : plot.XTitle;

    private Axis XAxis(double from, double to) => new(xRange.Low, xRange.High, plot.LogX, from, to, plot.StepsPerEpoch ?? 1);

    private double HeadHeight() =>
        sizes.Padding
        - 0.3 * sizes.Title
        + titleLines.Count * Sizes.LineHeight(sizes.Title)
        + captionLines.Count * Sizes.LineHeight(sizes.Caption)
        + (plot.YTitle.Length > 0 ? Sizes.LineHeight(sizes.Text) + sizes.Gap : 0)
        + markerRows * Sizes.LineHeight(sizes.Ticks)
        + sizes.Gap
        + 0.4 * sizes.Ticks;

    private double FootHeight() =>
        sizes.Gap / 2
        + 1.5 * sizes.Ticks
        + (XTitle.Length > 0 ? Sizes.LineHeight(sizes.Text) : 0)
        + (legend.Height > 0 ? legend.Height + sizes.Gap : 0)
        + (Note is null ? 0 : Sizes.LineHeight(sizes.Caption))
        + 0.6 * sizes.Padding;

    private IEnumerable<XElement> DrawYTitle(double head)
    {
        if (plot.YTitle.Length == 0)
        {
            yield break;
        }

        string text = TextMetrics.Shorten(plot.YTitle, width - 2 * sizes.Padding, sizes.Text);
        double baseline = head - sizes.Gap - markerRows * Sizes.LineHeight(sizes.Ticks) - 0.3 * sizes.Text;
        yield return Svg.Text(text, sizes.Padding, baseline, sizes.Text, "lrm-ink");
    }

    private IEnumerable<XElement> DrawFoot(double height, double foot)
    {
        double y = height - foot + sizes.Gap / 2 + 1.5 * sizes.Ticks;
        if (XTitle.Length > 0)
        {
            y += Sizes.LineHeight(sizes.Text);
            yield return Svg.Text(
                TextMetrics.Shorten(XTitle, right - left, sizes.Text),
                (left + right) / 2,
                y - 0.3 * sizes.Text,
                sizes.Text,
                "lrm-ink",
                "middle"
            );
        }
        if (legend.Height > 0)
        {
            y += sizes.Gap;
            foreach (XElement element in legend.Draw(sizes.Padding, y))
            {
                yield return element;
            }

            y += legend.Height;
        }
        if (Note is not null)
        {
            yield return Svg.Text(Note, sizes.Padding, y + sizes.Caption, sizes.Caption, "lrm-soft");
        }
    }

    private XElement DrawCurves(Axis x, Axis y)
    {
        // Cut off above and below exactly where the axis ends, but leave marks at the left and right ends whole.
        double side = 2 * sizes.Mark;
        (double clipLeft, double clipTop) = (x.From - side, y.To - sizes.Line / 2);
        (double clipWidth, double clipHeight) = (x.Pixels + 2 * side, y.Pixels + sizes.Line);
        XElement clip = Svg.Element(
            "svg",
            ("class", isInteractive ? "lrm-c" : null),
            ("x", Svg.Number(clipLeft)),
            ("y", Svg.Number(clipTop)),
            ("width", Svg.Number(clipWidth)),
            ("height", Svg.Number(clipHeight)),
            ("viewBox", $"{Svg.Number(clipLeft)} {Svg.Number(clipTop)} {Svg.Number(clipWidth)} {Svg.Number(clipHeight)}")
        );
        foreach ((string? name, LineStyle style, Trace? trace) in traces.OrderByDescending(trace => trace.Trace.Behind))
        {
            XElement group = Svg.Group(style.ColourClass, trace.Draw(x, y, style, sizes));
            if (name.Length > 0)
            {
                group.AddFirst(Svg.Title(name));
            }

            clip.Add(group);
        }
        return clip;
    }

    private IEnumerable<XElement> DrawMarkers(Axis x, Axis y)
    {
        // A label that begins left of the axis stands above the highest number there.
        double above = markers.Exists(placed => placed.Start < left) ? Math.Max(sizes.Gap / 2, 0.7 * sizes.Ticks) : sizes.Gap / 2;
        foreach ((Marker? marker, string _, double _, int row) in markers)
        {
            double at = x.PixelOf(marker.X);
            yield return Svg.Line(at, Baseline(row) - 0.8 * sizes.Ticks, at, y.From, "lrm-axis", "4 3");
        }
        foreach ((Marker _, string? label, double start, int row) in markers)
        {
            // The line of a label further up may pass behind this one.
            yield return Svg.Element(
                "rect",
                ("class", "lrm-bg"),
                ("x", Svg.Number(start)),
                ("y", Svg.Number(Baseline(row) - sizes.Ticks)),
                ("width", Svg.Number(TextMetrics.Width(label, sizes.Ticks))),
                ("height", Svg.Number(Sizes.LineHeight(sizes.Ticks)))
            );
            yield return Svg.Text(label, start, Baseline(row), sizes.Ticks, "lrm-ink");
        }

        double Baseline(int row) => y.To - above - row * Sizes.LineHeight(sizes.Ticks);
    }

    /// <summary>
    /// Labels stand to the right of their line, or to the left where the picture ends. From the right, each goes to the lowest row that
    /// has room, so that the lines of those further up pass on the left of those below.
    /// </summary>
    private List<(Marker Marker, string Label, double Start, int Row)> PlaceMarkers(List<Marker> shown)
    {
        Axis x = XAxis(left, right);
        var placed = new List<(Marker Marker, string Label, double Start, int Row)>();
        var taken = new List<(double Start, double End, int Row)>();
        foreach (Marker? marker in shown.OrderByDescending(marker => marker.X))
        {
            string label = TextMetrics.Shorten(marker.Label, width - 2 * sizes.Padding, sizes.Ticks);
            double length = TextMetrics.Width(label, sizes.Ticks);
            double start = x.PixelOf(marker.X) + sizes.Gap / 2;
            if (start + length > width - sizes.Padding / 2)
            {
                start = Math.Max(sizes.Padding, start - sizes.Gap - length);
            }

            int row = 0;
            while (taken.Any(other => other.Row == row && start < other.End + sizes.Gap && other.Start < start + length + sizes.Gap))
            {
                row++;
            }

            taken.Add((start, start + length, row));
            placed.Add((marker, label, start, row));
        }
        return placed;
    }

    private List<LegendEntry> LegendEntries(double pixels)
    {
        var entries = new List<LegendEntry>();
        foreach (
            IGrouping<string, (string Name, LineStyle Style, Trace Trace)> group in traces
                .Where(trace => trace.Name.Length > 0)
                .GroupBy(trace => trace.Name)
        )
        {
            var lines = group.Where(trace => !trace.Trace.Behind).ToList();
            entries.Add(
                new LegendEntry(
                    group.Key,
                    group.First().Style,
                    lines.Count > 0,
                    lines.Count < group.Count(),
                    lines.Any(trace => trace.Trace.HasMarks(pixels))
                )
            );
        }
        return entries is [var only] && only.Name == plot.Title ? [] : entries;
    }
}
