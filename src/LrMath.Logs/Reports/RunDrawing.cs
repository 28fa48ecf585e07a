using LrMath.Analysis;
using LrMath.Plotting;

namespace LrMath.Logs.Reports;

/// <summary>The rates of a log over schedules, as a plot.</summary>
internal static class RunDrawing
{
    private const int MostRows = 4000;

    /// <summary>Draws it.</summary>
    /// <param name="title">The heading.</param>
    /// <param name="log">The log.</param>
    /// <param name="stepName">What the log counts.</param>
    /// <param name="curves">The schedules by their names.</param>
    /// <param name="mark">The step to be marked, with what is to be said of it.</param>
    public static Plot Plot(
        string title,
        RateLog log,
        string stepName,
        IReadOnlyList<(string Name, RangeEvaluator Fill)> curves,
        (int Step, string Text)? mark
    )
    {
        int[] rows = Drawn(log);
        Plot plot = new Plot(title) { XTitle = stepName }.AddLine(
            "logged",
            [.. rows.Select(row => (double)log.Steps[row])],
            [.. rows.Select(row => log.Rates[row])]
        );
        Range steps = log.Steps[0]..(log.Steps[^1] + 1);
        plot = curves.Aggregate(plot, (drawn, curve) => drawn.Add(curve.Name, curve.Fill, steps));
        return mark is { } marked ? plot.AddMarker(marked.Text, marked.Step) : plot;
    }

    /// <summary>The rows that are drawn: all, or enough at equal distances that no gap is visible.</summary>
    public static int[] Drawn(RateLog log)
    {
        int count = log.Steps.Count;
        return count <= MostRows
            ? [.. Enumerable.Range(0, count)]
            : [.. Enumerable.Range(0, MostRows).Select(i => (int)((long)i * (count - 1) / (MostRows - 1)))];
    }
}
