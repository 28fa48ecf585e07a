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
    private const int LookedAt = 2000;

    /// <summary>Usual names of what counts the updates.</summary>
    public static readonly string[] UsualUpdates =
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
        "iters",
        "it",
        "its",
        "itr",
        "num_updates",
        "updates",
        "update",
        "*_steps",
        "*_updates",
        "*_update",
        "*_iters",
        "*_it",
        "timesteps",
        "*_timesteps",
        "batch",
        "batches",
        "*_batch",
        "batch_idx",
        "t",
    ];

    /// <summary>Usual names of what counts the passes over the data.</summary>
    public static readonly string[] UsualEpochs = ["epoch", "epochs", "*_epoch", "ep", "epoch_*"];

    /// <summary>Usual names of what counts the rows.</summary>
    public static readonly string[] UsualSteps = [.. UsualUpdates, .. UsualEpochs];

    /// <summary>Usual names of rates.</summary>
    public static readonly string[] UsualRates =
    [
        "lr",
        "learning_rate",
        "learningrate",
        "rate",
        "lrs",
        "lr0",
        "pg0",
        "lr_pg0",
        "*_lr_pg0",
        "*_lr",
        "*_learning_rate",
        "lr_*",
        "learning_rate_*",
        "*_lr_*",
        "*_lr0",
        "*_pg0",
        "*learning_rate*",
        "*learningrate*",
        "eta",
        "lrm",
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
        // Two columns without a header can only be these; one can only be the rates.
        bool pair = !file.HasHeader && file.Width == 2;
        bool only = !file.HasHeader && file.Width == 1;
        int[] rates = rate is not null || pair || only ? [file.Column("--column", rate ?? (only ? "1" : "2"))] : RateColumns(file);
        int[] named = step is not null || pair ? [file.Column("--step-column", step ?? "1")] : file.UsualColumns(UsualSteps);
        StepSource? source = step is not null || pair ? new StepSource(named[0]) : null;
        var tags = Tags.Of(file, rates, explicitly: rate is not null);
        var begun = new List<(string Rate, string[] Fields, long Line)>();
        var rows = new List<Row>();
        (int skipped, int replaced, int falls) = (0, 0, 0);
        foreach (LogRow row in file.Rows())
        {
            if (tags?.IsOther(row) == true)
            {
                continue;
            }

            string text = Rate(row, rates);
            if (text.Length == 0)
            {
                skipped++;
                continue;
            }

            Check(row, rates[0], text);
            if (source is not null)
            {
                Add(text, row.Line, row.Text);
                continue;
            }

            begun.Add((text, [.. Enumerable.Range(0, file.Width).Select(row.Text)], row.Line));
            if (begun.Count == LookedAt)
            {
                Begin();
            }
        }

        if (source is null && begun.Count > 0)
        {
            Begin();
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
            source!.Name(file),
            tags?.Name is { } tag ? Printable.Line(tag) : file.Name(rates[0]),
            skipped,
            replaced
        );

        void Begin()
        {
            source = StepSource.Of(file, named, rates, [.. begun.Select(row => row.Fields)]);
            foreach ((string text, string[] fields, long line) in begun)
            {
                Add(text, line, column => fields[column]);
            }
        }

        void Add(string text, long line, Func<int, string> field)
        {
            int at = source!.At(file, line, field, rows.Count);
            if (rows.Count > 0 && at <= rows[^1].Step)
            {
                falls = at < rows[^1].Step ? falls + 1 : falls;
                if (falls > 1)
                {
                    Row last = rows[^1];
                    string fall = Invariant($"{source.Name(file)} is {at} after {last.Step} on line {last.Line}, and fell before");
                    throw file.Mistake(line, $"{fall}; steps must rise, but for where a run was resumed");
                }

                replaced += Forget(rows, at);
            }
            else
            {
                falls = 0;
            }

            rows.Add(new Row(at, text, line));
        }
    }

    // Columns of the least and the greatest value within a bin of a chart are not logs of their own.
    private static int[] RateColumns(LogFile file)
    {
        int[] found =
        [
            .. file.UsualColumns(UsualRates, firstOnly: true).Where(column => !IsBound(file.Name(column)) && !file.IsNamed(column, Others)),
        ];
        if (found.Length == 0)
        {
            _ = file.Column("--column", null);
        }

        return found.Length > 0 ? found : throw new UserErrorException($"{file.Path} has no column of rates");
    }

    private static bool IsBound(string name) =>
        name.EndsWith("__MIN", StringComparison.OrdinalIgnoreCase) || name.EndsWith("__MAX", StringComparison.OrdinalIgnoreCase);

    // Lightning logs these beside the rate, under the name of the rate.
    private static readonly string[] Others = ["*momentum*", "*weight_decay*", "*_wd", "*_beta*", "*_eps"];

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

    private static void Check(LogRow row, int column, string text)
    {
        double rate = LogFile.TryNumber(text, out double value) ? value : row.Number(column)!.Value;
        if (!(rate >= 0) || !double.IsFinite(rate))
        {
            throw row.Mistake(Invariant($"{row.File.Name(column)} is {text}; a rate must be finite and not negative"));
        }
    }

    // What a run did after its last checkpoint is not what went on when it was resumed.
    private static int Forget(List<Row> rows, int from)
    {
        int kept = rows.Count;
        while (kept > 0 && rows[kept - 1].Step >= from)
        {
            kept--;
        }

        int forgotten = rows.Count - kept;
        rows.RemoveRange(kept, forgotten);
        return forgotten;
    }

    private readonly record struct Row(int Step, string Text, long Line);
}
