using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using LrMath.Analysis;
using LrMath.Cli.Completions;
using LrMath.Cli.Drawing;
using LrMath.Cli.Pictures;
using LrMath.Plotting.Axes;
using Spectre.Console;
using static System.FormattableString;

namespace LrMath.Cli.Commands;

/// <summary><c>find LOG</c>: reads a logged range test, prints the rates it suggests and draws the loss with them marked.</summary>
internal static class FindCommand
{
    private const int Rows = 16;

    /// <summary>Builds the verb.</summary>
    public static Command Create(IAnsiConsole output)
    {
        var log = new Argument<string>("LOG")
        {
            HelpName = "LOG",
            CompletionSources = { FileCompletions.OfAnyFile },
            Description = "The log: separated values with a header or without, JSON or plain text, gzipped or not. Its rates must rise.",
        };
        var rate = new Option<string?>("--rate", "--column")
        {
            Description = "The column of the rates, by name or number. Without it: lr, learning_rate and the like.",
            HelpName = "COLUMN",
        };
        var loss = new Option<string?>("--loss")
        {
            Description = "The column of the losses. Without it: loss, train_loss and the like.",
            HelpName = "COLUMN",
        };
        var step = new Option<string?>("--step-column")
        {
            Description = "A column to be shown with each suggestion, by name or number. Without it: the line of the log.",
            HelpName = "COLUMN",
        };
        Option<string?> pattern = LogOptions.Pattern("rate and loss", "eta (?<rate>\\S+).*loss (?<loss>\\S+)");
        var smooth = new Option<double?>("--smooth")
        {
            Description =
                "The weight of the past in the average of the losses, at least 0 and below 1; 0 if they are smooth "
                + "already. Without it: an average over a twentieth of the log.",
            HelpName = "BETA",
            CustomParser = result => Number(result, beta => beta is >= 0 and < 1, "at least 0 and below 1"),
        };
        var diverge = new Option<double>("--diverge")
        {
            Description = "How many times its lowest the loss must be for the test to be over.",
            HelpName = "FACTOR",
            DefaultValueFactory = _ => 4,
            CustomParser = result => Number(result, factor => factor >= 1 && double.IsFinite(factor), "at least 1") ?? 0,
        };
        var title = new Option<string?>("--title") { Description = "A heading for the plot.", HelpName = "TEXT" };
        Option<string?> file = OutOption.Create("Write the plot to this file as well: SVG, PNG or, to move about in it, HTML.");

        var command = new Command("find", "Find a learning rate in the log of a range test.")
        {
            log,
            rate,
            loss,
            step,
            pattern,
            smooth,
            diverge,
            title,
            file,
        };
        command.SetAction(parsed =>
        {
            string path = parsed.GetValue(log)!;
            var points = RangeTestLog.Read(
                path,
                parsed.GetValue(rate),
                parsed.GetValue(loss),
                parsed.GetValue(step),
                parsed.GetValue(pattern)
            );
            var reading = new RangeTestReading(points, parsed.GetValue(smooth), parsed.GetValue(diverge));
            string heading = parsed.GetValue(title) ?? Path.GetFileName(path);
            string? target = parsed.GetValue(file);
            if (target is not null)
            {
                PictureFile.Write(target, () => reading.Drawing(heading));
            }

            output.Write(new Text(Printable.Line(heading) + "\n", new Style(decoration: Decoration.Bold)));
            int rows = PlotHeight.Of(output, Rows, others: 1 + 2 + 10 + 2 + 2);
            output.Write(
                new RangePlot(reading.Rates, reading.Smoothed, [.. reading.Found.Select(s => (s.Letter, s.Suggestion.Rate))], rows)
            );
            output.Write(Table(reading));
            output.Write(new Text(string.Join('\n', reading.Notes()) + "\n", Marks.Quiet));
            if (target is not null)
            {
                output.Write(new Text($"Written to {Printable.Line(target)}\n", Marks.Quiet));
            }

            if (!reading.Found.Any())
            {
                throw new UserErrorException($"{path} suggests no rate");
            }
        });
        return command;
    }

    // The parser's own follows the culture, which takes 0.5 for 5 where the comma separates decimals.
    private static double? Number(ArgumentResult result, Func<double, bool> legal, string range)
    {
        string text = result.Tokens[0].Value;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && legal(value))
        {
            return value;
        }

        result.AddError($"{((OptionResult)result.Parent!).Option.Name} is '{text}'; it must be a number, {range}.");
        return null;
    }

    private static Table Table(RangeTestReading reading)
    {
        Table table = new Table().AddColumns(
            new TableColumn("suggestion"),
            Numbers("rate"),
            Numbers(reading.Log.Steps?.Name ?? "line"),
            Numbers("loss there")
        );
        foreach ((char letter, string name, Suggestion suggestion) in reading.All)
        {
            var label = new Text($"{letter}  {name}");
            if (suggestion.Found)
            {
                table.AddRow(
                    label,
                    new Text(Label.Value(suggestion.Rate)),
                    new Text(reading.Log.Steps?.Counts[suggestion.Index] ?? Invariant($"{reading.Log.Lines[suggestion.Index]}")),
                    new Text(Label.Value(suggestion.Point.Loss))
                );
            }
            else
            {
                table.AddRow(label, new Text("none"), Text.Empty, Text.Empty);
            }
        }
        return table;
    }

    private static TableColumn Numbers(string title) => new TableColumn(title).RightAligned().NoWrap();
}
