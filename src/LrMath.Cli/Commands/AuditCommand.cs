using System.CommandLine;
using System.Globalization;
using LrMath.Analysis;
using LrMath.Cli.Drawing;
using LrMath.Cli.Expressions;
using LrMath.Cli.Tables;
using LrMath.Plotting.Axes;
using Spectre.Console;
using static System.FormattableString;
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
            Description = "The log of a run: separated values, JSON or plain text, as training programs write them, gzipped or not.",
        };
        var schedule = new Option<string>("--schedule")
        {
            Description = "The schedule that was intended: \"Cosine(0.1, 0, 9500).Warmup(500)\". Its steps are those that the log counts.",
            HelpName = "EXPR",
            Required = true,
        };
        var policy = new Option<string?>("--policy")
        {
            Description =
                "A policy that scaled the rates: \"Plateau.PyTorch with { Patience = 5 }\". It is replayed on the metrics of "
                + "the log first.",
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
        Option<string?> file = OutOption.Create("Write the picture to this SVG file as well.");

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
                intended = Scaled(path, intended, Expression.CompilePolicy(text), parsed.GetValue(metric));
            foreach (int step in run.Log.Steps)
                _ = intended.At(step);

            Audited found = run.Log.Audit(intended.Schedule);
            RunPicture picture = Picture(path, run, intended, found);
            if (parsed.GetValue(file) is { } target)
                picture.Write(target);
            if (parsed.GetValue(json))
                WriteJson(output.Profile.Out.Writer, path, run, found);
            else
                Write(output, picture, run, found, parsed.GetValue(file));
            return found.Verdict == Verdict.Agrees ? 0 : Departed;
        });
        return command;
    }

    private static Curve Scaled(string path, Curve intended, Policy policy, string? metric)
    {
        var metrics = MetricLog.Read(path, new MetricColumns(metric, null, null), skipMissing: true, scheduled: true);
        int[] from = metrics.Steps ?? [.. Enumerable.Range(1, metrics.Metrics.Length)];
        return intended with { Schedule = policy.Replay(intended, metrics.Metrics, from).Rate };
    }

    private static RunPicture Picture(string path, RunLog run, Curve intended, Audited found)
    {
        int? at = found.At ?? found.FirstDifference;
        return new RunPicture(
            Path.GetFileName(path),
            run.Log,
            run.StepName,
            [new Curve("intended", intended.Schedule)],
            at is { } step ? (step, Name(found.Verdict)) : null
        );
    }

    private static void Write(IAnsiConsole output, RunPicture picture, RunLog run, Audited found, string? target)
    {
        output.Write(new Text(Printable.Line(picture.Title) + "\n", new Style(decoration: Decoration.Bold)));
        output.Write(picture.Text());
        output.Write(new Text($"\n{Sentence(found)}\n", new Style(decoration: Decoration.Bold)));
        output.Write(new Text(string.Join('\n', [.. Notes(run, found), ""]), Marks.Quiet));
        if (target is not null)
            output.Write(new Text($"Written to {Printable.Line(target)}\n", Marks.Quiet));
    }

    private static string Sentence(Audited found) =>
        Name(found.Verdict)
        + ": "
        + found.Verdict switch
        {
            Verdict.Agrees => "the run followed the schedule, within the digits that the log prints.",
            Verdict.Shifted when found.By > 0 => Invariant($"the run was {found.By} steps ahead of the schedule from the first row on."),
            Verdict.Shifted => Invariant($"the run was {-found.By} steps behind the schedule from the first row on."),
            Verdict.Stretched when found.By > 1 => Invariant($"the scheduler was stepped {found.By} times per update."),
            Verdict.Stretched => Invariant($"the scheduler was stepped once in {1 / found.By:0.####} updates."),
            Verdict.Restarted => Invariant($"the run went on from the beginning of the schedule at step {found.At}."),
            Verdict.Jumped when found.By == found.At => Invariant(
                $"the position was counted twice when the run went on at step {found.At}."
            ),
            Verdict.Jumped => string.Create(
                CultureInfo.InvariantCulture,
                $"at step {found.At} the run went on {Math.Abs(found.By!.Value)} steps "
                    + $"{(found.By > 0 ? "ahead of" : "behind")} the schedule."
            ),
            Verdict.Scaled => Invariant($"all rates are the schedule's times {Label.Value(found.By!.Value)}."),
            Verdict.Stopped => Invariant($"the rate of step {found.At} was kept from then on: the scheduler was no longer stepped."),
            Verdict.Clamped => Invariant($"the rates stop at {Label.Value(found.By!.Value)}, a bound that the schedule does not have."),
            Verdict.RisesAgain => "the cosine rises again after its end.",
            Verdict.Arguments => Invariant($"the run had another {found.Argument}: {ExactNumber.Text(found.By!.Value)}."),
            _ => "no known fault explains this log.",
        };

    private static IEnumerable<string> Notes(RunLog run, Audited found)
    {
        yield return IdentifyCommand.Taken(run);
        if (found.FirstDifference is { } first)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"The first row that differs is {run.StepName} {first}: logged {Label.Value(found.Logged)}, intended "
                    + $"{Label.Value(found.Intended)}."
            );
        }

        if (found.Verdict != Verdict.Agrees && found.Expression is { } expression)
            yield return $"What happened: {IdentifyCommand.Short(expression)}";
    }

    private static string Name(Verdict verdict) => verdict.ToString().ToLowerInvariant();

    private static void WriteJson(TextWriter output, string path, RunLog run, Audited found) =>
        JsonLine.Write(
            output,
            writer =>
            {
                writer.WriteString("log", path);
                writer.WriteString("verdict", Name(found.Verdict));
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

                writer.WriteString("expression", IdentifyCommand.Short(found.Expression));
                writer.Number("from", found.FirstDifference);
                writer.Number("logged", found.FirstDifference is null ? null : found.Logged);
                writer.Number("intended", found.FirstDifference is null ? null : found.Intended);
                writer.WriteNumber("rows", run.Log.Steps.Count);
                writer.WriteString("step", run.StepName);
                writer.WriteString("column", run.RateName);
            }
        );
}
