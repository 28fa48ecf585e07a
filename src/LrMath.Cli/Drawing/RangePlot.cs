using LrMath.Plotting.Axes;
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
    private readonly Axis across = new(rates[0], rates[^1], Log: true, 0, 1);

    /// <inheritdoc/>
    protected override Measurement Measure(RenderOptions options, int maxWidth) => new(Math.Min(maxWidth, 24), maxWidth);

    /// <inheritdoc/>
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        (double bottom, double top) = AxisRange.Tight(losses.Min(), losses.Max(), log: false);
        var axis = new Axis(bottom, top, Log: false, 0, 1);
        var frame = new PlotFrame(axis, [], rows, maxWidth, options.Unicode);
        DotCanvas canvas = Draw(axis, frame.Columns);
        char[,] letters = Letters(frame.Columns, options.Unicode);

        for (int row = 0; row < rows; row++)
        {
            yield return frame.RowStart(row);
            for (int column = 0; column < frame.Columns; column++)
            {
                (char braille, int? owner) = canvas[column, row];
                char letter = letters[column, row];
                yield return char.IsLetter(letter) ? new Segment(letter.ToString(), Marks.Colour(1))
                : owner is not null ? new Segment(options.Unicode ? braille.ToString() : "*", Marks.Colour(0))
                : new Segment(letter.ToString(), Marks.Quiet);
            }
            yield return Segment.LineBreak;
        }

        foreach (Segment segment in frame.Below(RateTicks(frame.Columns)))
        {
            yield return segment;
        }
    }

    private DotCanvas Draw(Axis axis, int columns)
    {
        var canvas = new DotCanvas(columns, rows);
        int[] low = new int[canvas.Width],
            high = new int[canvas.Width];
        Array.Fill(low, canvas.Height);
        Array.Fill(high, -1);
        (double X, double Y) from = Point(0);
        for (int i = 1; i < rates.Length; i++)
        {
            (double X, double Y) to = Point(i);
            int first = (int)Math.Round(from.X),
                last = (int)Math.Round(to.X);
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
            {
                (low[x], high[x]) = (Math.Min(low[x], high[x - 1] + 1), Math.Max(high[x], low[x - 1] - 1));
            }

            canvas.DrawColumn(x, low[x], high[x], owner: 0);
        }
        return canvas;

        (double X, double Y) Point(int i) =>
            (Across(rates[i]) * (canvas.Width - 1), Math.Clamp(axis.FractionOf(losses[i]), 0, 1) * (canvas.Height - 1));
    }

    private double Across(double rate) => Math.Clamp(across.FractionOf(rate), 0, 1);

    private IEnumerable<(int Column, string Label)> RateTicks(int columns)
    {
        double[] ticks = across.Ticks(Math.Max(2, columns / 10), whole: false);
        return (ticks.Length > 1 ? ticks : [rates[0], rates[^1]]).Select(rate =>
            ((int)Math.Round(Across(rate) * (columns - 1)), Label.Value(rate))
        );
    }

    private char[,] Letters(int columns, bool unicode)
    {
        char[,] letters = new char[columns, rows];
        for (int column = 0; column < columns; column++)
        {
            for (int row = 0; row < rows; row++)
            {
                letters[column, row] = ' ';
            }
        }

        foreach ((char letter, double rate) in marks)
        {
            int column = (int)Math.Round(Across(rate) * (columns - 1));
            int top = Enumerable.Range(0, rows).First(row => !char.IsLetter(letters[column, row]));
            letters[column, top] = letter;
            for (int row = top + 1; row < rows; row++)
            {
                letters[column, row] = unicode ? '┊' : ':';
            }
        }
        return letters;
    }
}
