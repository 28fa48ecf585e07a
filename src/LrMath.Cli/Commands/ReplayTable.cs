using System.Globalization;
using CsvHelper;
using LrMath.Cli.Drawing;
using LrMath.Cli.Expressions;
using LrMath.Plotting.Axes;
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
        {
            WriteRows(output, replay, rows);
        }

        output.Write(new Text(string.Join('\n', Notes(replay, whole)) + "\n", Marks.Quiet));
    }

    /// <summary>Writes all rows of all policies as comma-separated values, one policy after the other.</summary>
    public static void WriteCsv(TextWriter writer, Replayed replay)
    {
        using var csv = CsvWriter.Create(writer, CsvWriterOptions.Default with { NewLine = "\n" }, leaveOpen: true);
        // Where the log has steps, the first column is the step of the rate.
        string[] rate =
            replay.Schedule is null ? []
            : replay.HasLoggedSteps ? ["rate"]
            : [replay.Log.CountName == "step" ? "rate_step" : "step", "rate"];
        Record(csv, ["policy", replay.Log.CountName, replay.Log.Name, "scale", .. rate, "best", "bad", "event"]);
        foreach (PolicyRun run in replay.Runs)
        {
            foreach ((int i, PolicyRow row) in run.Rows.Index())
            {
                string[] rated =
                    replay.Schedule is null ? []
                    : replay.HasLoggedSteps ? [Exact(row.Rate)]
                    : [Exact(replay.NextStep(i)), Exact(row.Rate)];
                Record(
                    csv,
                    [
                        run.Name,
                        Exact(replay.Count(i)),
                        Exact(replay.Log.Metrics[i]),
                        Exact(row.Scale),
                        .. rated,
                        Exact(row.Best),
                        Exact(row.Bad),
                        row.Event,
                    ]
                );
            }
        }
    }

    private static void Record(CsvWriter csv, IEnumerable<string> fields)
    {
        foreach (string field in fields)
        {
            csv.WriteField(field);
        }

        csv.EndRecord();
    }

    private static string Exact(double? number) => number is { } value ? ExactNumber.Text(value) : "";

    private static void WriteRows(IAnsiConsole output, Replayed replay, int[] rows)
    {
        bool alone = replay.Runs.Count == 1;
        List<NumberColumn> leading =
        [
            Column(replay.Log.CountName, row => Number(replay.Count(row))),
            Column(replay.Log.Name, row => Label.Value(replay.Log.Metrics[row])),
        ];
        if (replay.Schedule is not null && !replay.HasLoggedSteps)
        {
            leading.Add(Column("from step", row => Label.Step(replay.NextStep(row))));
        }

        NumberTable.Write(output, leading, [.. replay.Runs.Select(Columns)]);

        IReadOnlyList<NumberColumn> Columns(PolicyRun run, int i)
        {
            Style? style = alone ? null : Marks.Colour(i);
            string title = alone ? replay.RateName : $"{Marks.Letter(i, replay.Runs.Count)} {replay.RateName}";
            NumberColumn rate = Column(
                title,
                row => Label.Value(replay.Schedule is null ? run.Rows[row].Scale : run.Rows[row].Rate),
                style
            );
            string happened = alone ? "event" : $"{Marks.Letter(i, replay.Runs.Count)} event";
            NumberColumn what = Column(happened, row => run.Rows[row].Event) with { Right = false };
            return alone
                ?
                [
                    rate,
                    Column("best", row => run.Rows[row].Best is { } best ? Label.Value(best) : ""),
                    Column("bad", row => Exact(run.Rows[row].Bad)),
                    what,
                ]
                : [rate, what];
        }

        NumberColumn Column(string title, Func<int, string> cell, Style? style = null) => new(title, [.. rows.Select(cell)], style);
    }

    private static string Number(double count) => count.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<string> Notes(Replayed replay, bool whole)
    {
        MetricLog log = replay.Log;
        foreach ((int i, PolicyRun run) in replay.Runs.Index())
        {
            string mark = replay.Runs.Count == 1 ? "" : $"{Marks.Letter(i, replay.Runs.Count)}: {Printable.Line(run.Name)}: ";
            string better = run.Better is { } which ? $"{which} is better; " : "";
            int changes = run.Rows.Count(row => row.Changed);
            string times = changes == 1 ? "once" : LogFile.Count(changes, "time");
            yield return changes == 0
                ? Invariant($"{mark}{better}the scale never changes.")
                : $"{mark}{better}the scale changes {times} and ends at {Label.Value(run.Rows[^1].Scale)}.";
        }
        if (replay.Schedule is not null)
        {
            string apart = LogFile.Count(replay.NextStep(0), "step");
            yield return replay.HasLoggedSteps
                ? $"Each rate is that of the {log.CountName} in its row, after the metric in its row."
                : $"Metrics are taken to be {apart} apart (--every); each rate is that of the step after its metric.";
        }
        if (!whole)
        {
            yield return $"Of {LogFile.Count(log.Metrics.Length, "row")}, those that change a scale; --all shows all.";
        }

        if (log.Skipped > 0)
        {
            yield return $"{LogFile.Count(log.Skipped, "row")} without {log.Name} left out.";
        }

        if (log.Metrics.Count(metric => !double.IsFinite(metric)) is > 0 and var wild)
        {
            yield return $"{LogFile.Count(wild, "metric")} not finite; drawn at the one before.";
        }

        if (replay.Runs.SelectMany(run => run.Rows).Any(row => row.Event == PolicyEvent.Held))
        {
            yield return $"{PolicyEvent.Held}: patience is over, but floor, ceiling or epsilon keep the scale.";
        }
    }
}
