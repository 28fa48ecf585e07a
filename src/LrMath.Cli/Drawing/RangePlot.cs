using Spectre.Console;
using Spectre.Console.Rendering;

namespace LrMath.Cli.Drawing;

/// <summary>
/// A curve over the logarithm of the rate, drawn with braille dots as wide as there is room for, and rates marked by letters with a line
/// below. Each dot column spans all the points that fall on it. Without Unicode, braille becomes asterisks.
/// </summary>
/// <param name="rates">Positive and rising, 2 or more.</param>
/// <param name="losses">The height of the curve at each rate; finite.</param>
/// <param name="marks">Letters and the rates they mark.</param>
/// <param name="rows">The height in lines, axis not counted.</param>
internal sealed class RangePlot(double[] rates, double[] losses, IReadOnlyList<(char Letter, double Rate)> marks, int rows) : Renderable
{
    private const int NarrowestPlot = 8;

    private readonly double left = Math.Log10(rates[0]);
    private readonly double right = Math.Log10(rates[^1]);

    /// <inheritdoc/>
    protected override Measurement Measure(RenderOptions options, int maxWidth) => new(Math.Min(maxWidth, 24), maxWidth);

    /// <inheritdoc/>
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var axis = new ValueAxis(losses.Min(), losses.Max(), log: false);
        string[] labels = RowLabels(axis);
        int margin = labels.Max(label => label.Length) + 1;
        int columns = Math.Max(NarrowestPlot, maxWidth - margin - 1);
        DotCanvas canvas = Draw(axis, columns);
        char[,] letters = Letters(columns, options.Unicode);

        for (int row = 0; row < rows; row++)
        {
            string edge = options.Unicode ? labels[row].Length > 0 ? "┤" : "│" : "|";
            yield return new Segment(labels[row].PadLeft(margin - 1) + " " + edge, Marks.Quiet);
            for (int column = 0; column < columns; column++)
            {
                (char braille, int? owner) = canvas[column, row];
                char letter = letters[column, row];
                yield return char.IsLetter(letter) ? new Segment(letter.ToString(), Marks.Colour(1))
                    : owner is not null ? new Segment(options.Unicode ? braille.ToString() : "*", Marks.Colour(0))
                    : new Segment(letter.ToString(), Marks.Quiet);
            }
            yield return Segment.LineBreak;
        }

        foreach (Segment segment in RateAxis(margin, columns, options.Unicode))
            yield return segment;
    }

    private DotCanvas Draw(ValueAxis axis, int columns)
    {
        var canvas = new DotCanvas(columns, rows);
        int[] low = new int[canvas.Width], high = new int[canvas.Width];
        Array.Fill(low, canvas.Height);
        Array.Fill(high, -1);
        (double X, double Y) from = Point(0);
        for (int i = 1; i < rates.Length; i++)
        {
            (double X, double Y) to = Point(i);
            int first = (int)Math.Round(from.X), last = (int)Math.Round(to.X);
            for (int x = first; x <= last; x++)
            {
                double progress = last == first ? 1 : (x - first) / (double)(last - first);
                int y = (int)Math.Round(from.Y + (progress * (to.Y - from.Y)));
                (low[x], high[x]) = (Math.Min(low[x], y), Math.Max(high[x], y));
            }
            from = to;
        }

        for (int x = 0; x < canvas.Width; x++)
        {
            // Columns join: a steep stretch is a line, not a row of dots.
            if (x > 0)
                (low[x], high[x]) = (Math.Min(low[x], high[x - 1] + 1), Math.Max(high[x], low[x - 1] - 1));
            canvas.DrawColumn(x, low[x], high[x], owner: 0);
        }
        return canvas;

        (double X, double Y) Point(int i) => (
            Across(rates[i]) * (canvas.Width - 1),
            Math.Clamp(axis.HeightOf(losses[i]), 0, 1) * (canvas.Height - 1));
    }

    private double Across(double rate) => Math.Clamp((Math.Log10(rate) - left) / (right - left), 0, 1);

    private char[,] Letters(int columns, bool unicode)
    {
        var letters = new char[columns, rows];
        for (int column = 0; column < columns; column++)
            for (int row = 0; row < rows; row++)
                letters[column, row] = ' ';
        foreach ((char letter, double rate) in marks)
        {
            int column = (int)Math.Round(Across(rate) * (columns - 1));
            int top = Enumerable.Range(0, rows).First(row => !char.IsLetter(letters[column, row]));
            letters[column, top] = letter;
            for (int row = top + 1; row < rows; row++)
                letters[column, row] = unicode ? '┊' : ':';
        }
        return letters;
    }

    private string[] RowLabels(ValueAxis axis)
    {
        var labels = new string[rows];
        Array.Fill(labels, "");
        foreach (double value in axis.RoundValues(Math.Max(2, rows / 3)))
            if (axis.HeightOf(value) is >= 0 and <= 1 and var height)
                labels[(int)Math.Round((1 - height) * (rows - 1))] = Label.Value(value);
        return labels;
    }

    private IEnumerable<Segment> RateAxis(int margin, int columns, bool unicode)
    {
        char[] line = (unicode ? "└" + new string('─', columns) : "+" + new string('-', columns)).ToCharArray();
        char[] text = new string(' ', columns + 1).ToCharArray();
        double[] powers = [.. Ticks.Between(left, right, Math.Max(1, columns / 10), smallest: 1).Select(power => Math.Pow(10, power))];
        int free = 0;
        foreach (double rate in powers.Length > 1 ? powers : [rates[0], rates[^1]])
        {
            int column = 1 + (int)Math.Round(Across(rate) * (columns - 1));
            string label = Label.Value(rate);
            int start = Math.Max(0, Math.Min(column - ((label.Length - 1) / 2), columns + 1 - label.Length));
            if (start < free || start + label.Length > text.Length)
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
}
