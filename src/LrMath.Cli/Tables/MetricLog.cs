using static System.FormattableString;

namespace LrMath.Cli.Tables;

/// <summary>The values of a metric that somebody logged, one to a row.</summary>
/// <param name="Metrics">At least one, and one of them is finite.</param>
/// <param name="Name">The column they are from.</param>
/// <param name="Counts">The epoch or step of each row, nowhere falling; <see langword="null"/> if the log does not count.</param>
/// <param name="CountName">The column those are from.</param>
/// <param name="Skipped">How many rows had no metric.</param>
internal sealed record MetricLog(double[] Metrics, string Name, double[]? Counts, string CountName, int Skipped)
{
    private const string Remedy = "--skip-missing goes on without";

    private static readonly string[] UsualMetrics =
    [
        "val_loss", "valid_loss", "validation_loss", "loss_val", "eval_loss", "dev_loss", "test_loss", "*_val_loss", "val_*_loss", "*_eval_loss",
        "metric", "value", "loss", "train_loss", "training_loss", "*_loss",
    ];

    private static readonly string[] UsualCounts = ["epoch", "epochs", "step", "global_step", "iteration", "iter", "*_epoch", "*_step"];

    /// <summary>Reads a log.</summary>
    /// <param name="path">The file; see <see cref="CsvFile"/>.</param>
    /// <param name="metric">The column of the metric; <see langword="null"/> to look for it, by its name or as the only one with numbers.</param>
    /// <param name="count">The column of the epoch or step; <see langword="null"/> to look for it.</param>
    /// <param name="skipMissing">Whether rows without a metric, and rows that are not there, are borne.</param>
    /// <exception cref="UserErrorException">The file is not such a log; the message says where and why.</exception>
    public static MetricLog Read(string path, string? metric, string? count, bool skipMissing)
    {
        using CsvFile file = CsvFile.Open(path);
        int? counted = count is null ? file.UsualColumn("--epoch", UsualCounts) : file.Column("--epoch", count);
        int? column = metric is null ? file.UsualColumn("--column", UsualMetrics) : file.Column("--column", metric);
        (List<double> metrics, List<double> counts, List<long> lines, int skipped) = ([], [], [], 0);
        foreach (CsvRow row in file.Rows())
        {
            int here = column ??= OnlyNumber(row, except: counted) ?? file.Column("--column", null);
            if (row.Number(here) is not { } seen)
            {
                if (!skipMissing)
                    throw row.Mistake($"{file.Name(here)} is missing; {Remedy}");
                skipped++;
                continue;
            }
            if (counted is { } numbers && numbers != here)
                counts.Add(Count(row, numbers, counts, lines));
            metrics.Add(seen);
            lines.Add(row.Line);
        }

        if (column is not { } watched || metrics.Count == 0)
            throw new UserErrorException($"{path} has no row with a metric");
        if (!metrics.Any(double.IsFinite))
            throw new UserErrorException($"{path}: {file.Name(watched)} is finite in no row; there is nothing to watch");
        string countName = counted is { } named ? file.Name(named) : "row";
        if (!skipMissing && Gap(counts) is { } gap)
            throw file.Mistake(lines[gap], Invariant($"{countName} is {counts[gap]} after {counts[gap - 1]} on line {lines[gap - 1]}; a row is missing, {Remedy}"));
        return counts.Count == 0
            ? new MetricLog([.. metrics], file.Name(watched), null, "row", skipped)
            : new MetricLog([.. metrics], file.Name(watched), [.. counts], countName, skipped);
    }

    /// <summary>The number of the first row if the log counts one by one.</summary>
    public int? First => Counts is [>= 0 and < int.MaxValue / 2 and var first, ..] && first % 1 == 0 && Counts.Index().All(c => c.Item == first + c.Index)
        ? (int)first
        : null;

    private static int? OnlyNumber(CsvRow row, int? except)
    {
        int[] numbers = [.. Enumerable.Range(0, row.File.Width).Where(i => i != except && row.HasNumber(i))];
        return numbers is [var only] ? only : null;
    }

    private static double Count(CsvRow row, int column, List<double> before, List<long> lines)
    {
        string name = row.File.Name(column);
        double here = row.Number(column) ?? throw row.Mistake($"{name} is missing");
        if (!double.IsFinite(here))
            throw row.Mistake(Invariant($"{name} is {here}; an epoch or step must be finite"));
        return before.Count > 0 && here < before[^1]
            ? throw row.Mistake(Invariant($"{name} is {here} after {before[^1]} on line {lines[^1]}; the rows of one run must be in order"))
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
