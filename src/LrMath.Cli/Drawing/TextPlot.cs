using LrMath.Cli.Expressions;
using LrMath.Plotting.Axes;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace LrMath.Cli.Drawing;

/// <summary>
/// Curves drawn with braille dots, as wide as there is room for: each dot column spans the values of all the steps it stands for,
/// so that no spike is lost. Without colours, several curves are told apart by letters; without Unicode, braille becomes ASCII.
/// </summary>
internal sealed class TextPlot : Renderable
{
    private readonly IReadOnlyList<Curve> curves;
    private readonly IReadOnlyList<Envelope> envelopes;
    private readonly StepRange steps;
    private readonly int rows;
    private readonly bool legend;
    private readonly double low;
    private readonly double high;
    private readonly bool log;
    private readonly string unit;
    private readonly double perUnit;
    private readonly (int Step, string Text)? mark;

    /// <summary>Prepares the plot: all values are evaluated.</summary>
    /// <param name="curves">At least one.</param>
    /// <param name="steps">The steps to draw.</param>
    /// <param name="rows">The height in lines, axis not counted.</param>
    /// <param name="log">Whether the value axis is logarithmic.</param>
    /// <param name="legend">Whether each curve's name and extremes stand below.</param>
    /// <param name="fromZero">Whether the value axis begins at 0 even if no value is as low.</param>
    /// <param name="unit">What a step is called in the legend.</param>
    /// <param name="perUnit">How many steps one of these units is.</param>
    /// <param name="mark">A step where a dotted line is drawn, and what to say of it below.</param>
    /// <param name="evaluated">Called from time to time with how many more steps have been evaluated.</param>
    /// <exception cref="UserErrorException">A schedule throws or is not finite; or no value can be shown on a log axis.</exception>
    public TextPlot(
        IReadOnlyList<Curve> curves,
        StepRange steps,
        int rows,
        bool log = false,
        bool legend = true,
        bool fromZero = false,
        string unit = "step",
        double perUnit = 1,
        (int Step, string Text)? mark = null,
        Action<int>? evaluated = null
    )
    {
        (this.curves, this.steps, this.rows, this.log, this.legend) = (curves, steps, rows, log, legend);
        (this.unit, this.perUnit, this.mark) = (unit, perUnit, mark);
        envelopes = [.. curves.Select(curve => new Envelope(curve, steps, evaluated))];
        high = envelopes.Max(e => e.Whole.Max);
        low = envelopes.Min(e =>
            log ? e.Whole.LowestPositive
            : fromZero ? Math.Min(0, e.Whole.Min)
            : e.Whole.Min
        );
        if (log && high <= 0)
        {
            throw new UserErrorException("nothing to draw on a log axis: no value is above 0");
        }
    }

    /// <inheritdoc/>
    protected override Measurement Measure(RenderOptions options, int maxWidth) => new(Math.Min(maxWidth, 24), maxWidth);

    /// <inheritdoc/>
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        (double bottom, double top) = AxisRange.Tight(low, high, log);
        var axis = new Axis(bottom, top, log, 0, 1);
        var frame = new PlotFrame(axis, [high, low], rows, maxWidth, options.Unicode);
        DotCanvas canvas = Draw(axis, frame.Columns);

        for (int row = 0; row < rows; row++)
        {
            yield return frame.RowStart(row);
            foreach (Segment segment in Row(canvas, row, frame.Columns, options))
            {
                yield return segment;
            }

            yield return Segment.LineBreak;
        }

        foreach (Segment segment in frame.Below(StepTicks(frame.Columns)))
        {
            yield return segment;
        }

        if (!legend)
        {
            yield break;
        }

        for (int i = 0; i < curves.Count; i++)
        {
            foreach (Segment segment in Legend(i, maxWidth, options))
            {
                yield return segment;
            }
        }
        if (mark is { } marked)
        {
            yield return new Segment($"{MarkOf(options)}  {Printable.Line(marked.Text)} at {unit} {Label.Step(marked.Step)}", Marks.Quiet);
            yield return Segment.LineBreak;
        }
        if (log && envelopes.Any(e => e.Whole.Min <= 0))
        {
            yield return new Segment("Values at or below 0 are not on this logarithmic axis.", Marks.Quiet);
            yield return Segment.LineBreak;
        }
    }

    private DotCanvas Draw(Axis axis, int columns)
    {
        var canvas = new DotCanvas(columns, rows);
        for (int i = 0; i < curves.Count; i++)
        {
            (int Bottom, int Top)? previous = null;
            for (int x = 0; x < canvas.Width; x++)
            {
                Extremes found = envelopes[i].OfPart(x, canvas.Width);
                (double low, double high) = (axis.FractionOf(found.Min), axis.FractionOf(found.Max));
                if (!(high >= 0))
                {
                    previous = null;
                    continue;
                }

                (int bottom, int top) = (Dot(low > 0 ? low : 0, canvas.Height), Dot(high, canvas.Height));
                canvas.DrawColumn(x, bottom, top, i);
                if (previous is var (before, beforeTop))
                {
                    Join(canvas, i, x, (before, beforeTop), (bottom, top));
                }

                previous = (bottom, top);
            }
        }

        return canvas;
    }

    /// <summary>Closes the gap between two neighbouring dot columns, half of it in each.</summary>
    private static void Join(DotCanvas canvas, int owner, int x, (int Bottom, int Top) before, (int Bottom, int Top) here)
    {
        if (here.Bottom > before.Top)
        {
            int middle = (before.Top + here.Bottom) / 2;
            canvas.DrawColumn(x - 1, before.Top, middle, owner);
            canvas.DrawColumn(x, middle + 1, here.Bottom, owner);
        }
        else if (here.Top < before.Bottom)
        {
            int middle = (here.Top + before.Bottom) / 2;
            canvas.DrawColumn(x - 1, middle + 1, before.Bottom, owner);
            canvas.DrawColumn(x, here.Top, middle, owner);
        }
    }

    private static int Dot(double height, int dots) => (int)Math.Round(Math.Clamp(height, 0, 1) * (dots - 1));

    private IEnumerable<(int Column, string Label)> StepTicks(int columns)
    {
        int widest = Label.Step(Math.Round(steps.Last / perUnit, 1)).Length;
        double end = steps.First + (double)steps.Count;
        return Ticks
            .Linear(steps.First / perUnit, end / perUnit, Math.Max(2, columns / (widest + 4)), whole: perUnit == 1)
            .Select(tick => ((int)(((tick * perUnit) - steps.First) / steps.Count * columns), Label.Step(tick)));
    }

    private IEnumerable<Segment> Row(DotCanvas canvas, int row, int columns, RenderOptions options)
    {
        bool letters = !options.Unicode || (curves.Count > 1 && !Marks.HasColours(options));
        int marked = mark is { } at ? Math.Min((int)(((double)at.Step - steps.First) / steps.Count * columns), columns - 1) : -1;
        int last = Enumerable.Range(0, columns).LastOrDefault(column => column == marked || canvas[column, row].Owner is not null, -1);
        for (int column = 0; column <= last; column++)
        {
            (char braille, int? owner) = canvas[column, row];
            yield return owner is not { } curve
                ? column == marked
                    ? new Segment(MarkOf(options), Marks.Quiet)
                    : new Segment(" ")
                : new Segment(letters ? Marks.Letter(curve, curves.Count).ToString() : braille.ToString(), Marks.Colour(curve));
        }
    }

    private static string MarkOf(RenderOptions options) => options.Unicode ? "┊" : ":";

    private IEnumerable<Segment> Legend(int index, int maxWidth, RenderOptions options)
    {
        bool letters = !options.Unicode || !Marks.HasColours(options);
        string mark =
            !letters ? "━━ "
            : curves.Count > 1 || !options.Unicode ? Marks.Letter(index, curves.Count) + "  "
            : "";
        Extremes found = envelopes[index].Whole;
        (string min, string max) = Label.Values(found.Min, found.Max);
        string between = options.Unicode ? " … " : " ... ";
        yield return new Segment(mark, Marks.Colour(index));
        yield return new Segment(Crop(curves[index].Name, maxWidth - mark.Length));
        yield return Segment.LineBreak;
        yield return new Segment(
            Crop(
                new string(' ', mark.Length)
                    + $"min {min} at {unit} {Place(found.MinStep)}, "
                    + $"max {max} at {unit} {Place(found.MaxStep)}",
                maxWidth
            ),
            Marks.Quiet
        );
        yield return Segment.LineBreak;

        string Place(long step) => Label.Step(perUnit == 1 ? step : Math.Round(step / perUnit, 3));

        string Crop(string text, int width)
        {
            string line = Printable.Line(text);
            return line.Length <= width ? line : line[..Math.Max(0, width - between.Length)] + between.TrimEnd();
        }
    }
}
