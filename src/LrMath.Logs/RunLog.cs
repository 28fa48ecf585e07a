using LrMath.Analysis;
using static System.FormattableString;

namespace LrMath.Logs;

/// <summary>The rates that a run logged, with what was taken from the file.</summary>
/// <param name="Log">The rates.</param>
/// <param name="StepName">The column of the steps.</param>
/// <param name="RateName">The column of the rates.</param>
/// <param name="Skipped">How many rows had no rate.</param>
/// <param name="Replaced">How many rows a resumed run wrote anew.</param>
internal sealed record RunLog(RateLog Log, string StepName, string RateName, int Skipped, int Replaced)
{
    private const int FewestRows = 3;
    private const int LastStep = int.MaxValue - 1;

    /// <summary>Usual names of what counts the updates.</summary>
    public static readonly string[] UsualSteps =
    [
        "step",
        "steps",
        "global_step",
        "iteration",
        "iterations",
        "iter",
        "trainer_global_step",
        "*_step",
        "*_iteration",
        "*_iter",
        "epoch",
        "epochs",
        "*_epoch",
    ];

    /// <summary>Usual names of rates.</summary>
    public static readonly string[] UsualRates =
    [
        "lr",
        "learning_rate",
        "learningrate",
        "rate",
        "lr_pg0",
        "*_lr_pg0",
        "*_lr",
        "*_learning_rate",
        "lr_*",
        "learning_rate_*",
        "*_lr_*",
        "value",
    ];

    /// <summary>Reads a log.</summary>
    /// <param name="path">The file; see <see cref="LogFile"/>.</param>
    /// <param name="step">The column of the steps; <see langword="null"/> to look for it.</param>
    /// <param name="rate">The column of the rates; <see langword="null"/> to look for it.</param>
    /// <param name="pattern">The regular expression that finds both in plain text; <see langword="null"/> for the usual ones.</param>
    /// <exception cref="UserErrorException">The file is not such a log; the message says where and why.</exception>
    public static RunLog Read(string path, string? step, string? rate, string? pattern)
    {
        using var file = LogFile.Open(path, pattern);
        return Read(file, step, rate);
    }

    /// <summary>Reads a log that is open already.</summary>
    /// <param name="file">The log.</param>
    /// <param name="step">The column of the steps; <see langword="null"/> to look for it.</param>
    /// <param name="rate">The column of the rates; <see langword="null"/> to look for it.</param>
    /// <exception cref="UserErrorException">It is not such a log; the message says where and why.</exception>
    public static RunLog Read(LogFile file, string? step, string? rate)
    {
        bool pair = !file.HasHeader && file.Width == 2;
        int[] rates = rate is not null || pair ? [file.Column("--column", rate ?? "2")] : RateColumns(file);
        int[] steps = step is not null || pair ? [file.Column("--step-column", step ?? "1")] : file.UsualColumns(UsualSteps);
        int? counted = null;
        var rows = new List<Row>();
        (int skipped, int replaced, int falls) = (0, 0, 0);
        foreach (LogRow row in file.Rows())
        {
            string text = Rate(row, rates);
            if (text.Length == 0)
            {
                skipped++;
                continue;
            }

            counted ??= Counting(file, row, steps);
            int at = counted is { } column && column >= 0 ? Step(row, column) : rows.Count;
            Check(row, rates[0], text);
            if (rows.Count > 0 && at <= rows[^1].Step)
            {
                falls = at < rows[^1].Step ? falls + 1 : falls;
                if (falls > 1)
                {
                    Row last = rows[^1];
                    string fall = Invariant($"{file.Name(counted!.Value)} is {at} after {last.Step} on line {last.Line}, and fell before");
                    throw row.Mistake($"{fall}; steps must rise, but for where a run was resumed");
                }

                replaced += Forget(rows, at);
            }
            else
            {
                falls = 0;
            }

            rows.Add(new Row(at, text, row.Line));
        }

        if (rows.Count < FewestRows)
        {
            string found = LogFile.Count(rows.Count, "row");
            throw new UserErrorException(
                $"{file.Path}: {found} with {file.Name(rates[0])}; a schedule cannot be told from fewer than {FewestRows}"
            );
        }

        return new RunLog(
            RateLog.Parse([.. rows.Select(row => row.Step)], [.. rows.Select(row => row.Text)]),
            counted is { } named and >= 0 ? file.Name(named) : "row",
            file.Name(rates[0]),
            skipped,
            replaced
        );
    }

    // Columns of the least and the greatest value within a bin of a chart are not logs of their own.
    private static int[] RateColumns(LogFile file)
    {
        int[] found = [.. file.UsualColumns(UsualRates, firstOnly: true).Where(column => !IsBound(file.Name(column)))];
        if (found.Length == 0)
            _ = file.Column("--column", null);
        return found.Length > 0 ? found : throw new UserErrorException($"{file.Path} has no column of rates");
    }

    private static bool IsBound(string name) =>
        name.EndsWith("__MIN", StringComparison.OrdinalIgnoreCase) || name.EndsWith("__MAX", StringComparison.OrdinalIgnoreCase);

    // Parameter groups often have the same rate: then any of them will do.
    private static string Rate(LogRow row, int[] columns)
    {
        string first = row.Text(columns[0]);
        foreach (int other in columns.AsSpan(1))
        {
            if (row.Text(other) != first)
            {
                string names = string.Join(", ", columns.Select(column => $"{column + 1} ({row.File.Name(column)})"));
                throw row.Mistake($"several columns could be the rates, and differ here: {names}; choose one with --column");
            }
        }

        return first;
    }

    // Evaluations count by another name at times; what counts is what the first row with a rate counts by.
    private static int Counting(LogFile file, LogRow row, int[] columns)
    {
        foreach (int column in columns)
        {
            if (row.HasNumber(column))
                return column;
        }

        return columns.Length == 0 && !file.HasHeader && file.Width == 1
            ? -1
            : throw row.Mistake($"no column counts the steps of this row in {file.Path}; choose one with --step-column");
    }

    private static int Step(LogRow row, int column)
    {
        double at = row.Number(column) ?? throw row.Mistake($"{row.File.Name(column)} is missing");
        return at % 1 == 0 && at is >= 0 and <= LastStep
            ? (int)at
            : throw row.Mistake(Invariant($"{row.File.Name(column)} is {at}; a step is a whole number from 0 to {LastStep}"));
    }

    private static void Check(LogRow row, int column, string text)
    {
        double rate = row.Number(column)!.Value;
        if (!(rate >= 0) || !double.IsFinite(rate))
            throw row.Mistake(Invariant($"{row.File.Name(column)} is {text}; a rate must be finite and not negative"));
    }

    // What a run did after its last checkpoint is not what went on when it was resumed.
    private static int Forget(List<Row> rows, int from)
    {
        int kept = rows.Count;
        while (kept > 0 && rows[kept - 1].Step >= from)
            kept--;
        int forgotten = rows.Count - kept;
        rows.RemoveRange(kept, forgotten);
        return forgotten;
    }

    private readonly record struct Row(int Step, string Text, long Line);
}
