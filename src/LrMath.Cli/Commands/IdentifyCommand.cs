using System.CommandLine;
using System.Globalization;
using LrMath.Analysis;
using LrMath.Cli.Drawing;
using LrMath.Cli.Tables;
using LrMath.Plotting;
using Spectre.Console;
using Curve = LrMath.Cli.Expressions.Curve;

namespace LrMath.Cli.Commands;

/// <summary><c>identify LOG…</c>: which schedule a run was trained with, told from the rates that it logged.</summary>
internal static class IdentifyCommand
{
    private const int NotExplained = 1;
    private const int PanelWidth = 720;
    private const int PanelHeight = 300;

    /// <summary>Builds the verb.</summary>
    public static Command Create(IAnsiConsole output)
    {
        var logs = new Argument<string[]>("LOG")
        {
            Description = "Logs of runs: separated values, JSON or plain text, as training programs write them, gzipped or not.",
            Arity = ArgumentArity.OneOrMore,
        };
        var options = new LogOptions();
        var json = new Option<bool>("--json")
        {
            Description = "One JSON object a line instead: log, expression, worst, unexplained and what else was found.",
        };
        Option<string?> file = OutOption.Create("Write the picture to this SVG file as well.");

        var command = new Command("identify", "Tell which schedule a run was trained with from the rates that it logged.") { logs };
        options.AddTo(command);
        command.Add(json);
        command.Add(file);
        command.SetAction(parsed =>
        {
            (int code, List<RunPicture> pictures) = (0, []);
            foreach (string path in parsed.GetValue(logs)!)
            {
                try
                {
                    RunLog log = options.Read(parsed, path);
                    Identified found = log.Log.Identify();
                    RunPicture picture = Picture(path, log, found);
                    if (parsed.GetValue(json))
                        WriteJson(output.Profile.Out.Writer, path, log, found);
                    else
                        Write(output, picture, log, found);
                    code = found.Unexplained > 0 ? Math.Max(code, NotExplained) : code;
                    pictures.Add(picture);
                }
                catch (UserErrorException mistake)
                {
                    parsed.InvocationConfiguration.Error.WriteLine($"error: {mistake.Message}");
                    code = LrMathCommand.UserErrorCode;
                }
            }

            if (parsed.GetValue(file) is { } target && pictures.Count > 0)
            {
                WritePictures(target, pictures);
                if (!parsed.GetValue(json))
                    output.Write(new Text($"Written to {Printable.Line(target)}\n", Marks.Quiet));
            }

            return code;
        });
        return command;
    }

    /// <summary>An expression as it stands after <c>using static LrMath.Schedule</c>.</summary>
    public static string? Short(string? expression) => expression?.Replace("Schedule.", "", StringComparison.Ordinal);

    /// <summary>What was taken from a log, in a sentence.</summary>
    public static string Taken(RunLog log)
    {
        string resumed = log.Replaced > 0 ? $", {LogFile.Count(log.Replaced, "row")} of them written anew after a resume" : "";
        string skipped = log.Skipped > 0 ? $"; {LogFile.Count(log.Skipped, "row")} without a rate left out" : "";
        return $"{log.RateName} by {log.StepName}, {LogFile.Count(log.Log.Steps.Count, "row")}{resumed}{skipped}.";
    }

    private static RunPicture Picture(string path, RunLog log, Identified found) =>
        new(
            Path.GetFileName(path),
            log.Log,
            log.StepName,
            found.Schedule is { } schedule ? [new Curve(Short(found.Expression)!, schedule)] : [],
            found.FirstUnexplained is { } first ? (first, "not explained from here on") : null
        );

    private static void Write(IAnsiConsole output, RunPicture picture, RunLog log, Identified found)
    {
        output.Write(new Text(Printable.Line(picture.Title) + "\n", new Style(decoration: Decoration.Bold)));
        output.Write(picture.Text());
        output.Write(
            new Text($"\n{Short(found.Expression) ?? "No short expression explains this log."}\n", new Style(decoration: Decoration.Bold))
        );
        output.Write(new Text(string.Join('\n', [.. Notes(log, found), ""]), Marks.Quiet));
    }

    private static IEnumerable<string> Notes(RunLog log, Identified found)
    {
        yield return Taken(log);
        if (found.Unexplained == 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Every row is explained: the largest deviation is {found.Worst:0.##} of a unit of the last digit, the "
                    + $"typical one {found.Typical:0.##}."
            );
        }
        else
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Not explained from {log.StepName} {found.FirstUnexplained} on: {LogFile.Count(found.Unexplained, "row")} of "
                    + $"{log.Log.Steps.Count}."
            );
        }

        foreach (string open in found.Open)
            yield return open;
    }

    private static void WriteJson(TextWriter output, string path, RunLog log, Identified found) =>
        JsonLine.Write(
            output,
            writer =>
            {
                writer.WriteString("log", path);
                writer.WriteString("expression", Short(found.Expression));
                writer.Number("worst", found.Worst);
                writer.Number("typical", found.Typical);
                writer.WriteNumber("unexplained", found.Unexplained);
                writer.Number("from", found.FirstUnexplained);
                writer.WriteNumber("rows", log.Log.Steps.Count);
                writer.WriteString("step", log.StepName);
                writer.WriteString("column", log.RateName);
                writer.WriteStartArray("open");
                foreach (string open in found.Open)
                    writer.WriteStringValue(open);
                writer.WriteEndArray();
            }
        );

    private static void WritePictures(string target, List<RunPicture> pictures)
    {
        if (pictures is [var only])
        {
            only.Write(target);
            return;
        }

        try
        {
            OutputFile.Write(
                target,
                new PlotGrid("", 1, [.. pictures.Select(picture => picture.Svg())])
                {
                    PanelWidth = PanelWidth,
                    PanelHeight = PanelHeight,
                }.ToSvg()
            );
        }
        catch (ArgumentException problem)
        {
            throw new UserErrorException($"this cannot be written as SVG: {problem.Message}", problem);
        }
    }
}
