namespace LrMath.Logs;

/// <summary>A log with a row for each value: one column tells what the value is, as <c>tag</c> does in TensorBoard's long form.</summary>
/// <param name="Column">That column.</param>
internal sealed record Tags(int Column)
{
    private static readonly string[] Usual = ["tag", "metric", "metric_name", "variable", "scalar"];

    /// <summary>The tag of the rates; <see langword="null"/> as long as there was none.</summary>
    public string? Name { get; private set; }

    /// <summary>The tags of a log; <see langword="null"/> if it has no such column, or its rates are in a column of their own.</summary>
    public static Tags? Of(LogFile file, int[] rates, bool explicitly) =>
        !explicitly && rates.All(column => file.IsNamed(column, ["value"])) && file.UsualColumns(Usual, firstOnly: true) is [var column, ..]
            ? new Tags(column)
            : null;

    /// <summary>Whether a row holds something else than a rate.</summary>
    /// <exception cref="UserErrorException">There are several rates.</exception>
    public bool IsOther(LogRow row)
    {
        string tag = row.Text(Column);
        if (!LogFile.IsUsual(tag, RunLog.UsualRates))
        {
            return true;
        }

        Name ??= tag;
        return Name == tag
            ? false
            : throw row.Mistake(
                $"both '{Printable.Line(Name)}' and '{Printable.Line(tag)}' could be the rates; keep the rows of one of them"
            );
    }
}
