using System.Globalization;
using LrMath.Plotting.Axes;
using LrMath.Plotting.Curves;
using LrMath.Plotting.Drawing;
using LrMath.Plotting.Interactive;

namespace LrMath.Plotting;

/// <summary>One panel of curves over steps, or over any other x, written as self-contained SVG.</summary>
/// <remarks>
/// <para>Immutable: every <c>Add</c> returns a new plot and leaves this one as it was. Curves are evaluated in
/// <see cref="ToSvg"/>, each time anew; what a schedule throws there is passed on.</para>
/// <para><b>Steps are steps.</b> The value of step <c>t</c> is drawn from <c>t</c> to <c>t + 1</c>, and a change that the eye can see (more
/// than half a pixel from one step to the next) is a vertical edge. Curves of at most 60 points that have the room also show a mark at
/// each.</para>
/// <para><b>Long ranges</b> are reduced per pixel column to the first, last, lowest and highest value and the two steps at the largest
/// change (M4 of Jugel et al., 2014, and the jump), so that a jump, a peak or a trough of a single step stays visible. This needs every
/// step: a <c>Func&lt;int, double&gt;</c> is evaluated at all of up to 4,194,304 steps, a <see cref="RangeEvaluator"/> at all of up to
/// 67,108,864. Of longer ranges one step out of each of about a million equal stretches is taken, at a place within the stretch that a
/// fixed hash decides, so that no period hides between the samples; there a feature shorter than a stretch may be missed.</para>
/// <para><b>Values that have no place</b> (NaN, infinities, magnitudes above 1e300, and on a logarithmic axis zero and everything below
/// 1e-300) leave a gap. If a logarithmic axis hides values, a line below the plot says so; the lower edge of a band at or below zero
/// reaches the bottom.</para>
/// <para>The same plot gives the same bytes, whatever the culture. Curves, bands and legend entries of one name share one style.</para>
/// </remarks>
public sealed record Plot
{
    /// <summary>An empty panel; add curves to it.</summary>
    /// <param name="title">The line at the top; may be empty.</param>
    /// <exception cref="ArgumentNullException"><paramref name="title"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="title"/> holds a character that XML forbids.</exception>
    public Plot(string title) => Title = title;

    /// <summary>The bold line at the top; empty for none. Wrapped where it is too long.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    /// <exception cref="ArgumentException">The text holds a character that XML forbids.</exception>
    public string Title
    {
        get;
        init => field = Guard.Text(value, nameof(Title));
    }

    /// <summary>What the x axis counts, "step" by default; empty for none.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    /// <exception cref="ArgumentException">The text holds a character that XML forbids.</exception>
    public string XTitle
    {
        get;
        init => field = Guard.Text(value, nameof(XTitle));
    } = "step";

    /// <summary>
    /// How many steps an epoch has, finite and above 0: the x axis, which is drawn over steps, is labelled in epochs. Null, the default,
    /// labels it in steps.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not finite or not above 0.</exception>
    public double? StepsPerEpoch
    {
        get;
        init =>
            field = value is null or (> 0 and < double.PositiveInfinity)
                ? value
                : throw new ArgumentOutOfRangeException(
                    nameof(StepsPerEpoch),
                    value,
                    string.Create(CultureInfo.InvariantCulture, $"StepsPerEpoch is {value}; legal is a finite number above zero.")
                );
    }

    /// <summary>What the y axis measures, written above it; empty, the default, for none.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    /// <exception cref="ArgumentException">The text holds a character that XML forbids.</exception>
    public string YTitle
    {
        get;
        init => field = Guard.Text(value, nameof(YTitle));
    } = "";

    /// <summary>Small text below the title, the C# arguments for instance; null, the default, for none. Wrapped where it is too
    /// long.</summary>
    /// <exception cref="ArgumentException">The text holds a character that XML forbids.</exception>
    public string? Caption
    {
        get;
        init => field = value is null ? null : Guard.Text(value, nameof(Caption));
    }

    /// <summary>True for a logarithmic x axis; false by default. Points at or below zero, such as step 0, are not on it.</summary>
    public bool LogX { get; init; }

    /// <summary>True for a logarithmic y axis; false by default. Values at or below zero leave a gap, and a line below the plot says
    /// so.</summary>
    public bool LogY { get; init; }

    /// <summary>Width in pixels, from 160 to 10,000; 720 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not in this range.</exception>
    public int Width
    {
        get;
        init => field = Guard.Within(value, 160, 10_000, nameof(Width));
    } = 720;

    /// <summary>
    /// Height in pixels, from 120 to 10,000; 400 by default. The picture grows taller if title, caption and legend leave too little for the
    /// curves.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not in this range.</exception>
    public int Height
    {
        get;
        init => field = Guard.Within(value, 120, 10_000, nameof(Height));
    } = 400;

    /// <summary>
    /// The ends of the y axis, the lower one first, in the unit of the values; null, the default, fits them to the data, with zero in view
    /// where it is near. Curves are cut off at the ends. With <see cref="LogY"/>, a range whose lower end is below 1e-300 counts as null.
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

    /// <summary>
    /// How many steps of each curve added from now on are evaluated at most, for a picture that is redrawn while somebody drags; null is
    /// what the remarks say.
    /// </summary>
    internal int? MostEvaluations { get; init; }

    /// <summary>Names that have the first styles even if no curve has that name, so that several plots agree on them.</summary>
    internal IReadOnlyList<string> StyleOrder { get; init; } = [];

    internal IReadOnlyList<Curve> Curves { get; private init; } = [];

    internal IReadOnlyList<Marker> Markers { get; private init; } = [];

    /// <summary>This plot and a schedule, drawn stepwise.</summary>
    /// <param name="name">Its name in the legend; a name used before shares that one's style.</param>
    /// <param name="schedule">
    /// Zero-based step in, value out. Evaluated at every step of up to 4,194,304, at about a million of longer ranges.
    /// </param>
    /// <param name="steps">The steps to draw, the end exclusive, both bounds counted from the start; at least one step.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or <paramref name="schedule"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="name"/> holds a character that XML forbids, or <paramref name="schedule"/> is multicast.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="steps"/> is empty or counts from the end.</exception>
    public Plot Add(string name, Func<int, double> schedule, Range steps)
    {
        Guard.Text(name, nameof(name));
        Guard.Single(schedule, nameof(schedule));
        (int first, int end) = Guard.Steps(steps, nameof(steps));
        return With(StepCurveOf(name, EachStep, first, end, StepCurve.CompleteByStep));

        void EachStep(int from, Span<double> destination)
        {
            for (int i = 0; i < destination.Length; i++)
            {
                destination[i] = schedule(from + i);
            }
        }
    }

    /// <summary>This plot and a schedule that can write whole ranges, drawn stepwise.</summary>
    /// <param name="name">Its name in the legend; a name used before shares that one's style.</param>
    /// <param name="fill">
    /// Writes the values of consecutive steps. Evaluated at every step of up to 67,108,864, at about a million of longer ranges.
    /// </param>
    /// <param name="steps">The steps to draw, the end exclusive, both bounds counted from the start; at least one step.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or <paramref name="fill"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="name"/> holds a character that XML forbids, or <paramref name="fill"/> is multicast.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="steps"/> is empty or counts from the end.</exception>
    public Plot Add(string name, RangeEvaluator fill, Range steps)
    {
        Guard.Text(name, nameof(name));
        Guard.Single(fill, nameof(fill));
        (int first, int end) = Guard.Steps(steps, nameof(steps));
        return With(StepCurveOf(name, fill, first, end, StepCurve.CompleteByRange));
    }

    /// <summary>This plot and a measured curve: its points joined by straight lines.</summary>
    /// <param name="name">Its name in the legend; a name used before shares that one's style.</param>
    /// <param name="x">Where the points are, in any order; a NaN or an infinity leaves a gap. Copied.</param>
    /// <param name="y">Their values, as many; a NaN or an infinity leaves a gap. Copied.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The lists differ in length, or <paramref name="name"/> holds a character that XML forbids.
    /// </exception>
    public Plot AddLine(string name, IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        Guard.Text(name, nameof(name));
        (double[]? xs, double[]? ys) = (Guard.Numbers(x, nameof(x)), Guard.Numbers(y, nameof(y)));
        Guard.SameCount(ys.Length, nameof(y), xs.Length, nameof(x));
        return With(new MeasuredCurve(name, xs, ys));
    }

    /// <summary>This plot and a shaded band between two curves, mean minus and plus an interval for instance.</summary>
    /// <param name="name">Its name in the legend; a line of the same name has the same colour.</param>
    /// <param name="x">Where the points are, in ascending order; a NaN or an infinity leaves a gap. Copied.</param>
    /// <param name="low">The lower edge, as many; nowhere above <paramref name="high"/>. Copied.</param>
    /// <param name="high">The upper edge, as many. Copied.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The lists differ in length, <paramref name="x"/> descends, an upper edge is below its lower
    /// edge, or <paramref name="name"/> holds a character that XML forbids.</exception>
    public Plot AddBand(string name, IReadOnlyList<double> x, IReadOnlyList<double> low, IReadOnlyList<double> high)
    {
        Guard.Text(name, nameof(name));
        (double[]? xs, double[]? lows, double[]? highs) = (
            Guard.Numbers(x, nameof(x)),
            Guard.Numbers(low, nameof(low)),
            Guard.Numbers(high, nameof(high))
        );
        Guard.SameCount(lows.Length, nameof(low), xs.Length, nameof(x));
        Guard.SameCount(highs.Length, nameof(high), xs.Length, nameof(x));
        for (int i = 0; i < xs.Length; i++)
        {
            if (lows[i] > highs[i])
            {
                throw new ArgumentException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{nameof(high)}[{i}] is {highs[i]}, below {nameof(low)}[{i}], which is {lows[i]}."
                    ),
                    nameof(high)
                );
            }

            if (i > 0 && xs[i] < xs[i - 1])
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"{nameof(x)}[{i}] is {xs[i]}, after {xs[i - 1]}; it must not descend."),
                    nameof(x)
                );
            }
        }
        return With(new Band(name, xs, lows, highs));
    }

    /// <summary>This plot and a labelled vertical line, a suggestion of a range test for instance.</summary>
    /// <param name="label">Written above the line.</param>
    /// <param name="x">
    /// Where it stands; finite. The x axis reaches at least that far. Not shown at or below zero on a logarithmic axis.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="label"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="label"/> holds a character that XML forbids.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="x"/> is not finite, or above 1e300 in magnitude.</exception>
    public Plot AddMarker(string label, double x) =>
        this with
        {
            Markers = [.. Markers, new Marker(Guard.Text(label, nameof(label)), Guard.Finite(x, nameof(x)))],
        };

    /// <summary>The plot as the text of an SVG file, lines ended by <c>\n</c>.</summary>
    /// <remarks>It brings its own style, which follows the reader's light or dark colour scheme, and refers to nothing outside.</remarks>
    public string ToSvg() => Drawn().Svg;

    /// <summary>
    /// The plot as the text of an HTML page on its own: it shows the values under the pointer or the arrow keys, and zooms and moves by
    /// mouse, touch and keyboard.
    /// </summary>
    /// <remarks>
    /// It refers to nothing outside. Of long ranges it has <c>4·Width</c> columns of points (see the remarks on the class); a value
    /// between two of them is marked as approximate.
    /// </remarks>
    public string ToHtml() => HtmlPage.Of(Title, Drawn(HtmlPage.Detail).Svg);

    /// <summary>The text of the SVG file, and where its axes are.</summary>
    internal (string Svg, Axis X, Axis Y) Drawn(int detail = 1)
    {
        var panel = new Panel(this, Width, Height, Sizes.Large, detail);
        double height = Panel.HeightFor(Height, panel.Head, panel.Foot);
        (Axis x, Axis y) = panel.Axes(height, panel.Head, panel.Foot);
        // A reader of the screen needs a name where there is no title.
        string label = Title.Length > 0 ? Title : YTitle;
        return (Svg.Document(label, Width, height, panel.Draw(0, 0, height, panel.Head, panel.Foot)), x, y);
    }

    /// <summary>The title and the number of curves, for a debugger.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Plot \"{Title}\", {Curves.Count} curves");

    private StepCurve StepCurveOf(string name, RangeEvaluator fill, int first, int end, int complete) =>
        new(name, fill, first, end, MostEvaluations ?? complete, MostEvaluations ?? StepCurve.UsualSamples);

    private Plot With(Curve curve) => this with { Curves = [.. Curves, curve] };
}
