using System.CommandLine;
using LrMath.Cli.Completions;
using LrMath.Cli.Drawing;
using LrMath.Cli.Expressions;
using LrMath.Cli.Pictures;
using LrMath.Plotting;
using Spectre.Console;

namespace LrMath.Cli.Commands;

/// <summary><c>replay LOG --policy EXPR</c>: what policies that watch a metric would have done to a logged run.</summary>
internal static class ReplayCommand
{
    private const int PlotRows = 8;
    private const int PanelWidth = 720;
    private const int PanelHeight = 260;

    /// <summary>Builds the verb.</summary>
    public static Command Create(IAnsiConsole output)
    {
        var log = new Argument<string>("LOG")
        {
            HelpName = "LOG",
            CompletionSources = { FileCompletions.OfAnyFile },
            Description = "The log, a row for each metric: separated values with a header or without, JSON or plain text, gzipped or not.",
        };
        var policies = new Option<string[]>("--policy")
        {
            CompletionSources = { ExpressionCompletions.OfPolicy },
            Description =
                "A policy in C#: \"Plateau.PyTorch with { Patience = 5 }\", \"PyTorch.ReduceLROnPlateau(0.1)\", "
                + "\"Greedy.Transformers\", \"Plateau.PyTorch.Smoothed(0.9).IgnoreFirst(5)\". Several are compared.",
            HelpName = "EXPR",
            Required = true,
        };
        var column = new Option<string?>("--column")
        {
            Description =
                "The column of the metric, by name or number. Without it: val_loss, loss and the like, or the only " + "one with numbers.",
            HelpName = "COLUMN",
        };
        var step = new Option<string?>("--step", "--step-column")
        {
            Description =
                "The column of the schedule's step of each row. Without it: step, global_step, iteration and the "
                + "like, if there is one.",
            HelpName = "COLUMN",
        };
        var epoch = new Option<string?>("--epoch")
        {
            Description =
                "The column that counts the rows of a log without steps, or that is to count instead of them. "
                + "Without it: epoch and the like.",
            HelpName = "COLUMN",
        };
        Option<string?> pattern = LogOptions.Pattern("metric and, if there is one, step or epoch", "at (?<step>\\d+).*val (?<metric>\\S+)");
        var skip = new Option<bool>("--skip-missing")
        {
            Description = "Go on without rows that have no metric or are not there; without it they are mistakes.",
        };
        var schedule = new Option<string?>("--schedule")
        {
            CompletionSources = { ExpressionCompletions.OfSchedule },
            Description = "Show rates, this schedule times the scale, instead of scales: \"Cosine(0.1, 0, 9500).Warmup(500)\".",
            HelpName = "EXPR",
        };
        Option<int?> every = WholeNumber.Option(
            "--every",
            1,
            "N",
            "How many steps of the schedule there are to a metric. Without it: the steps of the log, or 1 if it has none."
        );
        var all = new Option<bool>("--all")
        {
            Description = $"All rows of a log of more than {ReplayTable.ReadableRows}, not only those that change a scale.",
        };
        var csv = new Option<bool>("--csv")
        {
            Description = "Comma-separated values of all rows, every number with the digits that bring back the same bits; no plot.",
        };
        var logarithmic = new Option<bool>("--log") { Description = "A logarithmic axis for the scale or rate." };
        var title = new Option<string?>("--title") { Description = "A heading for the plot.", HelpName = "TEXT" };
        Option<string?> file = OutOption.Create("Write the plot to this file as well: SVG, PNG or, to move about in it, HTML.");

        var command = new Command("replay", "Show what a policy that watches a metric would have done to a logged run.")
        {
            log,
            policies,
            column,
            step,
            epoch,
            pattern,
            skip,
            schedule,
            every,
            all,
            csv,
            logarithmic,
            title,
            file,
        };
        command.SetAction(parsed =>
        {
            string path = parsed.GetValue(log)!;
            Curve? scaled = parsed.GetValue(schedule) is { } expression ? Expression.Compile(expression) : null;
            int? apart = parsed.GetValue(every);
            var columns = new MetricColumns(parsed.GetValue(column), parsed.GetValue(step), parsed.GetValue(epoch));
            var replay = new Replayed(
                MetricLog.Read(
                    path,
                    columns,
                    parsed.GetValue(skip),
                    scheduled: scaled is not null && apart is null,
                    parsed.GetValue(pattern)
                ),
                [.. parsed.GetValue(policies)!.Select(Expression.CompilePolicy)],
                scaled,
                apart
            );
            string heading = parsed.GetValue(title) ?? Path.GetFileName(path);
            int rows = PlotHeight.Of(output, PlotRows, others: 2 + 4 + 2 + 2 * replay.Runs.Count + 2, plots: 2);
            (TextPlot metricPlot, TextPlot ratePlot) = Waiting.For(
                output,
                (1L + replay.Runs.Count) * replay.Steps.Count,
                evaluated =>
                    (
                        new TextPlot([replay.Metric], replay.Steps, rows, unit: replay.StepName, evaluated: evaluated),
                        new TextPlot(
                            replay.Rates,
                            replay.Steps,
                            rows,
                            parsed.GetValue(logarithmic),
                            unit: replay.StepName,
                            evaluated: evaluated
                        )
                    )
            );
            string? target = parsed.GetValue(file);
            if (target is not null)
            {
                PictureFile.Write(target, () => Picture(heading, replay, parsed.GetValue(logarithmic)));
            }

            if (parsed.GetValue(csv))
            {
                ReplayTable.WriteCsv(output.Profile.Out.Writer, replay);
                return;
            }
            output.Write(new Text(Printable.Line(heading) + "\n", new Style(decoration: Decoration.Bold)));
            output.Write(metricPlot);
            output.Write(new Text($"\n{replay.RateName}\n", new Style(decoration: Decoration.Bold)));
            output.Write(ratePlot);
            ReplayTable.Write(output, replay, parsed.GetValue(all));
            if (target is not null)
            {
                output.Write(new Text($"Written to {Printable.Line(target)}\n", Marks.Quiet));
            }
        });
        return command;
    }

    private static PlotGrid Picture(string title, Replayed replay, bool log)
    {
        Range steps = replay.Steps.First..(replay.Steps.Last + 1);
        Plot metric = new Plot(replay.Log.Name) { XTitle = replay.StepName }.Add("", replay.LoggedAt, steps);
        Plot rate = replay.Rates.Aggregate(
            new Plot(replay.RateName) { XTitle = replay.StepName, LogY = log },
            (plot, curve) => plot.Add(curve.Name, curve.Fill, steps)
        );
        return new PlotGrid(title, 1, [metric, rate]) { PanelWidth = PanelWidth, PanelHeight = PanelHeight };
    }
}
