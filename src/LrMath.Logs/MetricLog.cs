using static System.FormattableString;

namespace LrMath.Logs;

/// <summary>The values of a metric that somebody logged, one to a row.</summary>
/// <param name="Metrics">At least one, and one of them is finite.</param>
/// <param name="Name">The column they are from.</param>
/// <param name="Counts">The epoch or step of each row, nowhere falling; <see langword="null"/> if the log does not count.</param>
/// <param name="CountName">The column those are from.</param>
/// <param name="Steps">The counts as steps of a schedule, nowhere falling; <see langword="null"/> if they are epochs or anything
/// else.</param>
/// <param name="Skipped">How many rows had no metric.</param>
internal sealed record MetricLog(double[] Metrics, string Name, double[]? Counts, string CountName, int[]? Steps, int Skipped)
{
    private const string Remedy = "--skip-missing goes on without";
    private const int LastStep = int.MaxValue - 1;

    private static readonly string[] UsualMetrics =
    [
        "val_loss",
        "valid_loss",
        "validation_loss",
        "loss_val",
        "eval_loss",
        "dev_loss",
        "test_loss",
        "*_val_loss",
        "val_*_loss",
        "*_eval_loss",
        "metric",
        "value",
        "loss",
        "train_loss",
        "training_loss",
        "*_loss",
    ];

    /// <summary>Reads a log.</summary>
    /// <param name="path">The file; see <see cref="LogFile"/>.</param>
    /// <param name="columns">Which columns to read.</param>
    /// <param name="skipMissing">Whether rows without a metric, and rows that are not there, are tolerated.</param>
    /// <param name="scheduled">Whether the steps of the log are needed as steps of a schedule.</param>
    /// <param name="pattern">The regular expression that finds them in plain text; <see langword="null"/> for the usual ones.</param>
    /// <exception cref="UserErrorException">The file is not such a log; the message says where and why.</exception>
    public static MetricLog Read(string path, MetricColumns columns, bool skipMissing, bool scheduled, string? pattern = null)
    {
        using var file = LogFile.Open(path, pattern);
        return Read(path, file, columns, skipMissing, scheduled);
    }

    /// <summary>Reads a log that is open.</summary>
    /// <param name="path">Its name, for messages.</param>
    /// <param name="file">The log.</param>
    /// <param name="columns">Which columns to read.</param>
    /// <param name="skipMissing">Whether rows without a metric, and rows that are not there, are tolerated.</param>
    /// <param name="scheduled">Whether the steps of the log are needed as steps of a schedule.</param>
    /// <exception cref="UserErrorException">The file is not such a log; the message says where and why.</exception>
    public static MetricLog Read(string path, LogFile file, MetricColumns columns, bool skipMissing, bool scheduled)
    {
        (int? counted, bool steps) = CountColumn(file, columns);
        int? column = columns.Metric is null
            ? file.UsualColumn(columns.MetricOption, UsualMetrics)
            : file.Column(columns.MetricOption, columns.Metric);
        if (column == counted && (columns.Step ?? columns.Epoch) is not null)
        {
            string option = columns.Step is null ? "--epoch" : columns.StepOption;
            throw new UserErrorException($"{path}: {option} and {columns.MetricOption} are the same column, {file.Name(counted!.Value)}");
        }

        string other = OtherCount(file, columns, counted ?? -1);
        (List<double> metrics, List<double> counts, List<long> lines, int skipped) = ([], [], [], 0);
        foreach (LogRow row in file.Rows())
        {
            int here = column ??= OnlyNumber(row, except: counted) ?? file.Column(columns.MetricOption, null);
            if (row.Number(here) is not { } seen)
            {
                if (!skipMissing)
                {
                    throw row.Mistake($"{file.Name(here)} is missing; {Remedy}");
                }

                skipped++;
                continue;
            }
            if (counted is { } numbers && numbers != here)
            {
                counts.Add(Count(row, numbers, counts, lines, other));
            }

            metrics.Add(seen);
            lines.Add(row.Line);
        }

        if (column is not { } watched || metrics.Count == 0)
        {
            throw new UserErrorException($"{path} has no row with a metric");
        }

        if (!metrics.Any(double.IsFinite))
        {
            throw new UserErrorException($"{path}: {file.Name(watched)} is finite in no row; there is nothing to watch");
        }

        if (counts.Count == 0)
        {
            return new MetricLog([.. metrics], file.Name(watched), null, "row", null, skipped);
        }

        string countName = file.Name(counted!.Value);
        if (!skipMissing && Gap(counts) is { } gap)
        {
            throw file.Mistake(
                lines[gap],
                Invariant($"{countName} is {counts[gap]} after {counts[gap - 1]} on line {lines[gap - 1]}; a row is missing, {Remedy}")
            );
        }

        int odd = steps ? counts.FindIndex(count => count % 1 != 0 || count is < 0 or > LastStep) : -1;
        if (odd >= 0 && (scheduled || columns.Step is not null))
        {
            throw file.Mistake(
                lines[odd],
                Invariant($"{countName} is {counts[odd]}; a step is a whole number from 0 to {LastStep}")
                    + (columns.HasOtherCounts ? " (--every places rows without their steps)" : "")
            );
        }

        return new MetricLog(
            [.. metrics],
            file.Name(watched),
            [.. counts],
            countName,
            steps && odd < 0 ? [.. counts.Select(count => (int)count)] : null,
            skipped
        );
    }

    /// <summary>The number of the first row if the log counts one by one.</summary>
    public int? First =>
        Counts is [>= 0 and < int.MaxValue / 2 and var first, ..] && first % 1 == 0 && Counts.Index().All(c => c.Item == first + c.Index)
            ? (int)first
            : null;

    // Steps say where a row belongs on a schedule, epochs do not: steps are looked for first.
    private static (int? Column, bool Steps) CountColumn(LogFile file, MetricColumns columns)
    {
        if (columns.Step is not null)
        {
            return (file.Column(columns.StepOption, columns.Step), true);
        }

        if (columns.Epoch is null)
        {
            return file.UsualColumn(columns.StepOption, RunLog.UsualUpdates) is { } found
                ? (found, true)
                : (file.UsualColumn("--epoch", RunLog.UsualEpochs), false);
        }

        int named = file.Column("--epoch", columns.Epoch);
        return (named, file.HasHeader && LogFile.IsUsual(file.Name(named), RunLog.UsualUpdates));
    }

    // A step that starts again with each epoch is not what the rows are to be counted by.
    private static string OtherCount(LogFile file, MetricColumns columns, int counted) =>
        columns.HasOtherCounts
        && columns.Step is null
        && columns.Epoch is null
        && file.UsualColumn("--epoch", RunLog.UsualEpochs) is { } other
        && other != counted
            ? $", or counted by another column: --epoch {file.Name(other)}"
            : "";

    private static int? OnlyNumber(LogRow row, int? except)
    {
        int[] numbers = [.. Enumerable.Range(0, row.File.Width).Where(i => i != except && row.HasNumber(i))];
        return numbers is [var only] ? only : null;
    }

    private static double Count(LogRow row, int column, List<double> before, List<long> lines, string other)
    {
        string name = row.File.Name(column);
        double here = row.Number(column) ?? throw row.Mistake($"{name} is missing");
        if (!double.IsFinite(here))
        {
            throw row.Mistake(Invariant($"{name} is {here}; an epoch or step must be finite"));
        }

        return before.Count > 0 && here < before[^1]
            ? throw row.Mistake(
                Invariant($"{name} is {here} after {before[^1]} on line {lines[^1]}; the rows of one run must be in order{other}")
            )
            : here;
    }

    // Where the count goes on by twice its usual distance or more.
    private static int? Gap(List<double> counts)
    {
        double[] distances = [.. counts.Skip(1).Zip(counts, (here, before) => here - before)];
        double[] sorted = [.. distances.Where(distance => distance > 0).Order()];
        int gap = sorted.Length == 0 ? -1 : Array.FindIndex(distances, distance => distance >= 2 * sorted[(sorted.Length - 1) / 2]);
        return gap < 0 ? null : gap + 1;
    }
}
