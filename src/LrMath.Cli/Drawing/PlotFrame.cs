using LrMath.Plotting.Axes;
using Spectre.Console.Rendering;

namespace LrMath.Cli.Drawing;

/// <summary>What stands around a plot of characters: values at its left, ticks below.</summary>
internal sealed class PlotFrame
{
    private const int NarrowestPlot = 8;

    private readonly string[] labels;
    private readonly int margin;
    private readonly bool unicode;

    /// <summary>Lays the frame out.</summary>
    /// <param name="values">The value axis.</param>
    /// <param name="ends">Values that are labelled before any tick, where their label says exactly what they are.</param>
    /// <param name="rows">The height of the plot in lines.</param>
    /// <param name="width">The width of plot and frame.</param>
    /// <param name="unicode">Whether lines are drawn with more than ASCII.</param>
    public PlotFrame(Axis values, IEnumerable<double> ends, int rows, int width, bool unicode)
    {
        this.unicode = unicode;
        labels = new string[rows];
        Array.Fill(labels, "");
        foreach (double end in ends.Where(end => Label.Value(end) == Label.Tick(end)))
        {
            Put(values.FractionOf(end), Label.Value(end));
        }

        foreach (double tick in values.Ticks(Math.Max(2, rows / 3), whole: false))
        {
            Put(values.FractionOf(tick), Label.Tick(tick));
        }

        margin = labels.Max(label => label.Length) + 1;
        Columns = Math.Max(NarrowestPlot, width - margin - 1);
    }

    /// <summary>How many characters wide the plot is.</summary>
    public int Columns { get; }

    /// <summary>What stands left of a row of the plot.</summary>
    public Segment RowStart(int row)
    {
        string edge = unicode
            ? labels[row].Length > 0
                ? "┤"
                : "│"
            : "|";
        return new Segment(labels[row].PadLeft(margin - 1) + " " + edge, Marks.Quiet);
    }

    /// <summary>The two lines below the plot.</summary>
    /// <param name="ticks">Columns from 0 on, rising, with their labels; those that do not fit are left out.</param>
    public IEnumerable<Segment> Below(IEnumerable<(int Column, string Label)> ticks)
    {
        char[] line = (unicode ? "└" + new string('─', Columns) : "+" + new string('-', Columns)).ToCharArray();
        char[] text = new string(' ', Columns + 1).ToCharArray();
        int free = 0;
        foreach ((int column, string label) in ticks)
        {
            int start = Math.Max(0, Math.Min(column + 1 - (label.Length - 1) / 2, text.Length - label.Length));
            if (start < free || start + label.Length > text.Length || column >= Columns)
            {
                continue;
            }

            line[column + 1] = unicode ? '┬' : '+';
            label.CopyTo(text.AsSpan(start));
            free = start + label.Length + 1;
        }

        string indent = new(' ', margin);
        yield return new Segment(indent + new string(line), Marks.Quiet);
        yield return Segment.LineBreak;
        yield return new Segment((indent + new string(text)).TrimEnd(), Marks.Quiet);
        yield return Segment.LineBreak;
    }

    // A label needs a row of its own and an empty one on either side.
    private void Put(double fraction, string label)
    {
        int row = (int)Math.Round((1 - fraction) * (labels.Length - 1));
        if (Enumerable.Range(row - 1, 3).All(near => near < 0 || near >= labels.Length || labels[near].Length == 0))
        {
            labels[row] = label;
        }
    }
}
