namespace LrMath.Benchmarks.Comparison;

/// <summary>Rows that measure the same for many subjects.</summary>
internal sealed record RowGroup(string Title, IReadOnlyList<Row> Rows)
{
    private static readonly string[] Columns = ["what", " ours, ns", "beside", " its ns", " figure", " of fastest", "goal", ""];

    /// <summary>The same figures, for information.</summary>
    public RowGroup Unjudged() => this with { Rows = [.. Rows.Select(row => row with { Goal = row.Goal with { Text = "" } })] };

    public Table Table() => new(Title, Columns, [.. Rows.Select(Cells)]);

    private static string[] Cells(Row row) =>
        [
            row.What,
            row.IsTimed ? Numbers.Text(row.Ours) : "",
            row.Beside,
            row.IsTimed ? Numbers.Text(row.Others.Aggregate((left, right) => left + right)) : "",
            Numbers.Text(row.Figure, row.Goal.Unit),
            row.IsTimed ? Numbers.Text(row.FigureOfFastest, row.Goal.Unit) : "",
            row.Goal.Text,
            row.Verdict,
        ];
}
