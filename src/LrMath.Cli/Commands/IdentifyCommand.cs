using System.CommandLine;
using LrMath.Analysis;
using LrMath.Cli.Completions;
using LrMath.Cli.Drawing;
using LrMath.Cli.Pictures;
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
            HelpName = "LOG",
            CompletionSources = { FileCompletions.OfAnyFile },
            Description = "Logs of runs: separated values, JSON or plain text, as training programs write them, gzipped or not.",
            Arity = ArgumentArity.OneOrMore,
        };
        var options = new LogOptions();
        var json = new Option<bool>("--json")
        {
            Description = "One JSON object a line instead: log, expression, worst, unexplained and what else was found.",
        };
        Option<string?> file = OutOption.Create("Write the picture to this file as well: SVG, PNG or, to move about in it, HTML.");

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
                    {
                        WriteJson(output.Profile.Out.Writer, path, log, found);
                    }
                    else
                    {
                        Write(output, picture, log, found);
                    }

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
                {
                    output.Write(new Text($"Written to {Printable.Line(target)}\n", Marks.Quiet));
                }
            }

            return code;
        });
        return command;
    }

    private static RunPicture Picture(string path, RunLog log, Identified found) =>
        new(
            Path.GetFileName(path),
            log.Log,
            log.StepName,
            found.Schedule is { } schedule ? [new Curve(LogWords.Short(found.Expression)!, schedule)] : [],
            IdentifiedWords.Mark(found)
        );

    private static void Write(IAnsiConsole output, RunPicture picture, RunLog log, Identified found)
    {
        output.Write(new Text(Printable.Line(picture.Title) + "\n", new Style(decoration: Decoration.Bold)));
        output.Write(picture.Text());
        output.Write(new Text($"\n{IdentifiedWords.Headline(found)}\n", new Style(decoration: Decoration.Bold)));
        output.Write(new Text(string.Join('\n', [.. IdentifiedWords.Notes(log, found), ""]), Marks.Quiet));
    }

    private static void WriteJson(TextWriter output, string path, RunLog log, Identified found) =>
        JsonLine.Write(
            output,
            writer =>
            {
                writer.WriteString("log", path);
                writer.WriteString("expression", LogWords.Short(found.Expression));
                writer.Number("worst", found.Worst);
                writer.Number("typical", found.Typical);
                writer.WriteNumber("unexplained", found.Unexplained);
                writer.Number("from", found.FirstUnexplained);
                writer.WriteNumber("rows", log.Log.Steps.Count);
                writer.WriteString("step", log.StepName);
                writer.WriteString("column", log.RateName);
                writer.WriteStartArray("open");
                foreach (string open in found.Open)
                {
                    writer.WriteStringValue(open);
                }

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

        PictureFile.Write(
            target,
            () =>
                new PlotGrid("", 1, [.. pictures.Select(picture => picture.Drawn())]) { PanelWidth = PanelWidth, PanelHeight = PanelHeight }
        );
    }
}
