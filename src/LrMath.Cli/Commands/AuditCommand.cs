using System.CommandLine;
using LrMath.Analysis;
using LrMath.Cli.Completions;
using LrMath.Cli.Drawing;
using LrMath.Cli.Expressions;
using Spectre.Console;
using Curve = LrMath.Cli.Expressions.Curve;

namespace LrMath.Cli.Commands;

/// <summary><c>audit LOG --schedule EXPR</c>: whether a run followed the schedule that it should have followed.</summary>
internal static class AuditCommand
{
    private const int Departed = 1;

    /// <summary>Builds the verb.</summary>
    public static Command Create(IAnsiConsole output)
    {
        var log = new Argument<string>("LOG")
        {
            HelpName = "LOG",
            CompletionSources = { FileCompletions.OfAnyFile },
            Description = "The log of a run: separated values, JSON or plain text, as training programs write them, gzipped or not.",
        };
        var schedule = new Option<string>("--schedule")
        {
            CompletionSources = { ExpressionCompletions.OfSchedule },
            Description = "The schedule that was intended: \"Cosine(0.1, 0, 9500).Warmup(500)\". Its steps are those that the log counts.",
            HelpName = "EXPR",
            Required = true,
        };
        var policy = new Option<string?>("--policy")
        {
            CompletionSources = { ExpressionCompletions.OfPolicy },
            Description =
                "A policy that scaled the rates: \"Plateau.PyTorch with { Patience = 5 }\". "
                + "It is replayed on the metrics of the log first.",
            HelpName = "EXPR",
        };
        var metric = new Option<string?>("--metric-column")
        {
            Description = "The column of the metric that the policy watched. Without it: val_loss and the like.",
            HelpName = "COLUMN",
        };
        var options = new LogOptions();
        var json = new Option<bool>("--json")
        {
            Description = "One JSON object on one line instead: log, verdict, at, by, expression and what else was found.",
        };
        Option<string?> file = OutOption.Create("Write the picture to this file as well: SVG, PNG or, to move about in it, HTML.");

        var command = new Command(
            "audit",
            "Tell whether a run followed the schedule it should have followed, and if not, which known fault explains its log."
        )
        {
            log,
            schedule,
            policy,
            metric,
        };
        options.AddTo(command);
        command.Add(json);
        command.Add(file);
        command.SetAction(parsed =>
        {
            string path = parsed.GetValue(log)!;
            Curve intended = Expression.Compile(parsed.GetValue(schedule)!);
            RunLog run = options.Read(parsed, path);
            if (parsed.GetValue(policy) is { } text)
            {
                var columns = MetricColumns.OfAudit(parsed.GetValue(metric), options.StepOf(parsed));
                intended = ApplyPolicy(path, intended, Expression.CompilePolicy(text), columns, options.PatternOf(parsed));
            }

            foreach (int step in run.Log.Steps)
            {
                _ = intended.At(step);
            }

            Audited found = run.Log.Audit(intended.Schedule);
            RunPicture picture = Picture(path, run, intended, found);
            if (parsed.GetValue(file) is { } target)
            {
                picture.Write(target);
            }

            if (parsed.GetValue(json))
            {
                WriteJson(output.Profile.Out.Writer, path, run, found);
            }
            else
            {
                Write(output, picture, run, found, parsed.GetValue(file));
            }

            return found.Verdict == Verdict.Agrees ? 0 : Departed;
        });
        return command;
    }

    private static Curve ApplyPolicy(string path, Curve intended, Policy policy, MetricColumns columns, string? pattern)
    {
        var metrics = MetricLog.Read(path, columns, skipMissing: true, scheduled: true, pattern);
        int[] from = metrics.Steps ?? [.. Enumerable.Range(1, metrics.Metrics.Length)];
        return intended with { Schedule = policy.Replay(intended, metrics.Metrics, from).Rate };
    }

    private static RunPicture Picture(string path, RunLog run, Curve intended, Audited found) =>
        new(Path.GetFileName(path), run.Log, run.StepName, [new Curve("intended", intended.Schedule)], AuditedWords.Mark(found));

    private static void Write(IAnsiConsole output, RunPicture picture, RunLog run, Audited found, string? target)
    {
        output.Write(new Text(Printable.Line(picture.Title) + "\n", new Style(decoration: Decoration.Bold)));
        output.Write(picture.Text());
        output.Write(new Text($"\n{AuditedWords.Sentence(found)}\n", new Style(decoration: Decoration.Bold)));
        output.Write(new Text(string.Join('\n', [.. AuditedWords.Notes(run, found), ""]), Marks.Quiet));
        if (target is not null)
        {
            output.Write(new Text($"Written to {Printable.Line(target)}\n", Marks.Quiet));
        }
    }

    private static void WriteJson(TextWriter output, string path, RunLog run, Audited found) =>
        JsonLine.Write(
            output,
            writer =>
            {
                writer.WriteString("log", path);
                writer.WriteString("verdict", AuditedWords.Name(found.Verdict));
                writer.Number("at", found.At);
                if (found.Verdict == Verdict.Arguments)
                {
                    writer.WriteStartObject("by");
                    writer.WriteString("name", found.Argument);
                    writer.Number("value", found.By);
                    writer.WriteEndObject();
                }
                else
                {
                    writer.Number("by", found.By);
                }

                writer.WriteString("expression", LogWords.Short(found.Expression));
                writer.Number("from", found.FirstDifference);
                writer.Number("logged", found.FirstDifference is null ? null : found.Logged);
                writer.Number("intended", found.FirstDifference is null ? null : found.Intended);
                writer.WriteNumber("rows", run.Log.Steps.Count);
                writer.WriteString("step", run.StepName);
                writer.WriteString("column", run.RateName);
            }
        );
}
