using System.Globalization;
using CsvHelper;
using LrMath.Cli.Drawing;
using LrMath.Cli.Expressions;
using LrMath.Cli.Tables;
using Spectre.Console;
using static System.FormattableString;

namespace LrMath.Cli.Commands;

/// <summary>What policies did to a run, row by row.</summary>
internal static class ReplayTable
{
    /// <summary>A log of more rows is shown where a scale changes.</summary>
    public const int ReadableRows = 25;

    /// <summary>Writes the table for reading, and what there is to say about it.</summary>
    public static void Write(IAnsiConsole output, Replayed replay, bool all)
    {
        int count = replay.Log.Metrics.Length;
        bool whole = all || count <= ReadableRows;
        int[] rows = [.. Enumerable.Range(0, count).Where(row => whole || replay.Runs.Any(run => run.Rows[row].Changed))];
        if (rows.Length > 0)
            output.Write(Table(replay, rows));
        output.Write(new Text(string.Join('\n', Notes(replay, whole)) + "\n", Marks.Quiet));
    }

    /// <summary>Writes all rows of all policies as comma-separated values, one policy after the other.</summary>
    public static void WriteCsv(TextWriter writer, Replayed replay)
    {
        using var csv = CsvWriter.Create(writer, CsvWriterOptions.Default with { NewLine = "\n" }, leaveOpen: true);
        // Where the log has steps, the first column is the step of the rate.
        string[] rate = replay.Schedule is null ? [] : replay.HasLoggedSteps ? ["rate"] : ["step", "rate"];
        Record(csv, ["policy", replay.Log.CountName, replay.Log.Name, "scale", .. rate, "best", "bad", "event"]);
        foreach (PolicyRun run in replay.Runs)
            foreach ((int i, PolicyRow row) in run.Rows.Index())
            {
                string[] rated = replay.Schedule is null ? []
                    : replay.HasLoggedSteps ? [Exact(row.Rate)]
                    : [Exact(replay.NextStep(i)), Exact(row.Rate)];
                Record(csv,
                [
                    run.Name, Exact(replay.Count(i)), Exact(replay.Log.Metrics[i]), Exact(row.Scale), .. rated,
                    Exact(row.Best), Exact(row.Bad), row.Event,
                ]);
            }
    }

    private static void Record(CsvWriter csv, IEnumerable<string> fields)
    {
        foreach (string field in fields)
            csv.WriteField(field);
        csv.EndRecord();
    }

    private static string Exact(double? number) => number is { } value ? Label.Exact(value) : "";

    private static Table Table(Replayed replay, IEnumerable<int> rows)
    {
        bool alone = replay.Runs.Count == 1;
        Table table = new Table().AddColumns(Right(replay.Log.CountName), Right(replay.Log.Name));
        bool next = replay.Schedule is not null && !replay.HasLoggedSteps;
        if (next)
            table.AddColumn(Right("from step"));
        for (int i = 0; i < replay.Runs.Count; i++)
        {
            table.AddColumn(alone ? Right(replay.RateName) : Right($"{Marks.Letter(i, replay.Runs.Count)} {replay.RateName}", Marks.Colour(i)));
            if (alone)
                table.AddColumns(Right("best"), Right("bad"));
            table.AddColumn(new TableColumn(new Text(alone ? "event" : "")));
        }

        foreach (int row in rows)
        {
            List<Text> cells = [new(Number(replay.Count(row))), new(Label.Value(replay.Log.Metrics[row]))];
            if (next)
                cells.Add(new Text(Label.Step(replay.NextStep(row))));
            foreach (PolicyRow done in replay.Runs.Select(run => run.Rows[row]))
            {
                cells.Add(new Text(Label.Value(replay.Schedule is null ? done.Scale : done.Rate)));
                if (alone)
                    cells.AddRange([new Text(done.Best is { } best ? Label.Value(best) : ""), new Text(Exact(done.Bad))]);
                cells.Add(new Text(done.Event));
            }
            table.AddRow(cells);
        }
        return table;
    }

    private static TableColumn Right(string title, Style? style = null) => new TableColumn(new Text(title, style)).RightAligned();

    private static string Number(double count) => count.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<string> Notes(Replayed replay, bool whole)
    {
        MetricLog log = replay.Log;
        foreach ((int i, PolicyRun run) in replay.Runs.Index())
        {
            string mark = replay.Runs.Count == 1 ? "" : $"{Marks.Letter(i, replay.Runs.Count)}: {run.Name.ReplaceLineEndings(" ")}: ";
            string better = run.Better is { } which ? $"{which} is better; " : "";
            int changes = run.Rows.Count(row => row.Changed);
            yield return changes == 0
                ? Invariant($"{mark}{better}the scale never changes.")
                : $"{mark}{better}the scale changes {(changes == 1 ? "once" : CsvFile.Count(changes, "time"))} and ends at {Label.Value(run.Rows[^1].Scale)}.";
        }
        if (replay.Schedule is not null)
            yield return replay.HasLoggedSteps ? $"Each rate is that of the {log.CountName} in its row, after the metric in its row."
                : $"Metrics are taken to be {CsvFile.Count(replay.NextStep(0), "step")} apart (--every); each rate is that of the step after its metric.";
        if (!whole)
            yield return $"Of {CsvFile.Count(log.Metrics.Length, "row")}, those that change a scale; --all shows all.";
        if (log.Skipped > 0)
            yield return $"{CsvFile.Count(log.Skipped, "row")} without {log.Name} left out.";
        if (log.Metrics.Count(metric => !double.IsFinite(metric)) is > 0 and var wild)
            yield return $"{CsvFile.Count(wild, "metric")} not finite; drawn at the one before.";
        if (replay.Runs.SelectMany(run => run.Rows).Any(row => row.Event == PolicyEvent.Held))
            yield return $"{PolicyEvent.Held}: patience is over, but floor, ceiling or epsilon keep the scale.";
    }
}
