using LrMath.Cli.Expressions;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace LrMath.Cli.Drawing;

/// <summary>
/// Curves drawn with braille dots, as wide as there is room for: each dot column spans the values of all the steps it stands for,
/// so that no spike is lost. Without colours, several curves are told apart by letters; without Unicode, braille becomes ASCII.
/// </summary>
internal sealed class TextPlot : Renderable
{
    private const int NarrowestPlot = 8;

    private readonly IReadOnlyList<Curve> curves;
    private readonly IReadOnlyList<Extremes> extremes;
    private readonly StepRange steps;
    private readonly int rows;
    private readonly bool legend;
    private readonly double low;
    private readonly double high;
    private readonly bool log;
    private readonly string unit;

    /// <summary>Prepares the plot: all values are looked at.</summary>
    /// <param name="curves">At least one.</param>
    /// <param name="steps">The steps to draw.</param>
    /// <param name="rows">The height in lines, axis not counted.</param>
    /// <param name="log">Whether the value axis is logarithmic.</param>
    /// <param name="legend">Whether each curve's name and extremes stand below.</param>
    /// <param name="fromZero">Whether the value axis begins at 0 even if no value is as low.</param>
    /// <param name="unit">What a step is called in the legend.</param>
    /// <exception cref="UserErrorException">A schedule throws or is not finite; or no value can be shown on a log axis.</exception>
    public TextPlot(IReadOnlyList<Curve> curves, StepRange steps, int rows, bool log = false, bool legend = true,
        bool fromZero = false, string unit = "step")
    {
        (this.curves, this.steps, this.rows, this.log, this.legend, this.unit) = (curves, steps, rows, log, legend, unit);
        extremes = [.. curves.Select(curve => curve.FindExtremes(steps))];
        high = extremes.Max(e => e.Max);
        low = extremes.Min(e => log ? e.LowestPositive : fromZero ? Math.Min(0, e.Min) : e.Min);
        if (log && high <= 0)
            throw new UserErrorException("nothing to draw on a log axis: no value is above 0");
    }

    /// <inheritdoc/>
    protected override Measurement Measure(RenderOptions options, int maxWidth) => new(Math.Min(maxWidth, 24), maxWidth);

    /// <inheritdoc/>
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var axis = new ValueAxis(low, high, log);
        string[] labels = RowLabels(axis);
        int margin = labels.Max(label => label.Length) + 1;
        int columns = Math.Max(NarrowestPlot, maxWidth - margin - 1);
        DotCanvas canvas = Draw(axis, columns);

        foreach (int row in Enumerable.Range(0, rows))
        {
            string edge = options.Unicode ? labels[row].Length > 0 ? "┤" : "│" : "|";
            yield return new Segment(labels[row].PadLeft(margin - 1) + " " + edge, Marks.Quiet);
            foreach (Segment segment in Row(canvas, row, columns, options))
                yield return segment;
            yield return Segment.LineBreak;
        }

        foreach (Segment segment in StepAxis(margin, columns, options.Unicode))
            yield return segment;
        if (!legend)
            yield break;
        for (int i = 0; i < curves.Count; i++)
            foreach (Segment segment in Legend(i, maxWidth, options))
                yield return segment;
        if (log && extremes.Any(e => e.Min <= 0))
        {
            yield return new Segment("Values at or below 0 are not on this logarithmic axis.", Marks.Quiet);
            yield return Segment.LineBreak;
        }
    }

    private DotCanvas Draw(ValueAxis axis, int columns)
    {
        var canvas = new DotCanvas(columns, rows);
        for (int i = 0; i < curves.Count; i++)
        {
            (int Bottom, int Top)? previous = null;
            for (int x = 0; x < canvas.Width; x++)
            {
                (double low, double high) = Envelope(curves[i], axis, x, canvas.Width);
                if (!(high >= 0))
                {
                    previous = null;
                    continue;
                }

                (int bottom, int top) = (Dot(low > 0 ? low : 0, canvas.Height), Dot(high, canvas.Height));
                canvas.DrawColumn(x, bottom, top, i);
                if (previous is var (before, beforeTop))
                    Join(canvas, i, x, (before, beforeTop), (bottom, top));
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

    /// <summary>The lowest and highest point of the steps that a dot column stands for; where there are fewer steps than dots, a step spans several.</summary>
    private (double Bottom, double Top) Envelope(Curve curve, ValueAxis axis, int x, int width)
    {
        int begin = (int)((long)x * steps.Count / width);
        int end = (int)(((long)(x + 1) * steps.Count - 1) / width);
        Extremes found = curve.FindExtremes(new StepRange(steps.First + begin, end - begin + 1));
        return (axis.HeightOf(found.Min), axis.HeightOf(found.Max));
    }

    private string[] RowLabels(ValueAxis axis)
    {
        var labels = new string[rows];
        Array.Fill(labels, "");
        void Put(double value)
        {
            int row = (int)Math.Round((1 - axis.HeightOf(value)) * (rows - 1));
            bool free = Enumerable.Range(row - 1, 3).All(near => near < 0 || near >= rows || labels[near].Length == 0);
            if (free)
                labels[row] = Label.Value(value);
        }

        Put(high);
        Put(low);
        foreach (double value in axis.RoundValues(Math.Max(2, rows / 3)).Where(value => value > low && value < high))
            Put(value);
        return labels;
    }

    private IEnumerable<Segment> Row(DotCanvas canvas, int row, int columns, RenderOptions options)
    {
        bool letters = !options.Unicode || (curves.Count > 1 && options.ColorSystem == ColorSystem.NoColors);
        int last = Enumerable.Range(0, columns).LastOrDefault(column => canvas[column, row].Owner is not null, -1);
        for (int column = 0; column <= last; column++)
        {
            (char braille, int? owner) = canvas[column, row];
            yield return owner is not { } curve ? new Segment(" ")
                : new Segment(letters ? Marks.Letter(curve, curves.Count).ToString() : braille.ToString(), Marks.Colour(curve));
        }
    }

    private IEnumerable<Segment> StepAxis(int margin, int columns, bool unicode)
    {
        char[] line = (unicode ? "└" + new string('─', columns) : "+" + new string('-', columns)).ToCharArray();
        char[] text = new string(' ', columns + 1).ToCharArray();
        int widest = Label.Step(steps.Last).Length;
        int free = 0;
        foreach (double step in Ticks.Between(steps.First, steps.First + (double)steps.Count, Math.Max(1, columns / (widest + 4)), smallest: 1))
        {
            int column = 1 + (int)((step - steps.First) / steps.Count * columns);
            string label = Label.Step((long)step);
            int start = Math.Min(column - (label.Length - 1) / 2, columns + 1 - label.Length);
            if (start < free || column > columns)
                continue;
            line[column] = unicode ? '┬' : '+';
            label.CopyTo(text.AsSpan(start));
            free = start + label.Length + 1;
        }

        string indent = new(' ', margin);
        yield return new Segment(indent + new string(line), Marks.Quiet);
        yield return Segment.LineBreak;
        yield return new Segment((indent + new string(text)).TrimEnd(), Marks.Quiet);
        yield return Segment.LineBreak;
    }

    private IEnumerable<Segment> Legend(int index, int maxWidth, RenderOptions options)
    {
        bool letters = !options.Unicode || options.ColorSystem == ColorSystem.NoColors;
        string mark = !letters ? "━━ " : curves.Count > 1 || !options.Unicode ? Marks.Letter(index, curves.Count) + "  " : "";
        Extremes found = extremes[index];
        string between = options.Unicode ? " … " : " ... ";
        yield return new Segment(mark, Marks.Colour(index));
        yield return new Segment(Crop(curves[index].Name, maxWidth - mark.Length));
        yield return Segment.LineBreak;
        yield return new Segment(
            Crop(new string(' ', mark.Length)
                + $"min {Label.Value(found.Min)} at {unit} {Label.Step(found.MinStep)}, max {Label.Value(found.Max)} at {unit} {Label.Step(found.MaxStep)}", maxWidth),
            Marks.Quiet);
        yield return Segment.LineBreak;

        string Crop(string text, int width)
        {
            string line = text.ReplaceLineEndings(" ");
            return line.Length <= width ? line : line[..Math.Max(0, width - between.Length)] + between.TrimEnd();
        }
    }
}
