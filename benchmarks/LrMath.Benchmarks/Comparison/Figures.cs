using System.Globalization;

namespace LrMath.Benchmarks.Comparison;

/// <summary>Rows as text, the same for the terminal and for Markdown.</summary>
internal static class Figures
{
    public static readonly string[] Columns = ["what", "ours, ns", "beside", "its ns", "figure", "of fastest", "goal", ""];

    public static string[] Cells(Row row) =>
    [
        row.What,
        row.Beside.Length > 0 ? Text(row.Ours) : "",
        row.Beside,
        row.Beside.Length > 0 ? Text(row.Others.Aggregate((left, right) => left + right)) : "",
        Text(row.Figure, row.Goal.Format),
        row.Beside.Length > 0 ? Text(row.FigureOfFastest, row.Goal.Format) : "",
        row.Goal.Text,
        Verdict(row),
    ];

    public static string Verdict(Row row) => !row.Goal.IsJudged ? "" : row.IsMissed ? "missed" : "ok";

    /// <summary>A median and the quartiles around it.</summary>
    private static string Text(Spread spread) => $"{Number(spread.Median)} ({Number(spread.LowerQuartile)}–{Number(spread.UpperQuartile)})";

    private static string Text(double figure, string unit) => $"{Number(figure)} {unit}";

    private static string Number(double value) => Math.Abs(value) switch
    {
        >= 100 => value.ToString("N0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.0", CultureInfo.InvariantCulture),
        >= 1 or 0 => value.ToString("0.##", CultureInfo.InvariantCulture),
        _ => value.ToString("0.###", CultureInfo.InvariantCulture),
    };
}
