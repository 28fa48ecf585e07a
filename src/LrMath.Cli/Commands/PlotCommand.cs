using System.CommandLine;
using LrMath.Cli.Drawing;
using LrMath.Cli.Expressions;
using LrMath.Cli.Pictures;
using LrMath.Plotting;
using Spectre.Console;

namespace LrMath.Cli.Commands;

/// <summary><c>plot EXPR…</c>: draws schedules in the terminal and, with <c>--out</c>, to a file.</summary>
internal static class PlotCommand
{
    private const int Rows = 16;

    /// <summary>Builds the verb.</summary>
    public static Command Create(IAnsiConsole output)
    {
        Argument<string[]> expressions = ExpressionArgument.Many();
        var steps = new StepOptions();
        var log = new Option<bool>("--log") { Description = "A logarithmic value axis; values that are not above 0 are left out." };
        var title = new Option<string?>("--title") { Description = "A heading for the plot.", HelpName = "TEXT" };
        Option<int?> epoch = WholeNumber.Option(
            "--steps-per-epoch",
            1,
            "N",
            "How many steps an epoch has: the axis is labelled in epochs."
        );
        Option<PictureSize?> size = SizeOption.Create();
        Option<IReadOnlyList<StepMark>> mark = MarkOption.Create();
        Option<string?> file = OutOption.Create("Write the plot to this file as well: SVG, PNG or, to move about in it, HTML.");

        var command = new Command("plot", "Draw schedules in the terminal, several in one plot; with --out to a file too.") { expressions };
        steps.AddTo(command);
        command.Add(log);
        command.Add(title);
        command.Add(epoch);
        command.Add(size);
        command.Add(mark);
        command.Add(file);
        command.SetAction(parsed =>
        {
            IReadOnlyList<Curve> curves = Expression.CompileAll(parsed.GetValue(expressions)!);
            StepRange range = steps.Of(parsed, curves);
            string? heading = parsed.GetValue(title);
            string? path = parsed.GetValue(file);
            IReadOnlyList<StepMark> marks = parsed.GetValue(mark)!;
            int rows = PlotHeight.Of(output, Rows, others: 4 + 2 * curves.Count + (heading is null ? 0 : 1) + (path is null ? 0 : 1));
            TextPlot drawing = Waiting.For(
                output,
                (long)range.Count * curves.Count,
                evaluated => new TextPlot(
                    curves,
                    range,
                    rows,
                    parsed.GetValue(log),
                    unit: parsed.GetValue(epoch) is null ? "step" : "epoch",
                    perUnit: parsed.GetValue(epoch) ?? 1,
                    evaluated: evaluated
                )
            );
            if (path is not null)
            {
                Plot Marked() => MarkOption.AddTo(Picture(heading, curves, range, parsed.GetValue(log), parsed.GetValue(epoch)), marks);
                PictureFile.Write(
                    path,
                    () => parsed.GetValue(size) is { } asked ? Marked() with { Width = asked.Width, Height = asked.Height } : Marked()
                );
            }

            if (heading is not null)
                output.Write(new Text(Printable.Line(heading) + "\n", new Style(decoration: Decoration.Bold)));
            output.Write(drawing);
            if (path is not null)
                output.Write(new Text($"Written to {Printable.Line(path)}\n", Marks.Quiet));
        });
        return command;
    }

    private static Plot Picture(string? title, IReadOnlyList<Curve> curves, StepRange range, bool log, int? perEpoch)
    {
        var plot = new Plot(title ?? (curves is [var only] ? only.Name : "")) { LogY = log, StepsPerEpoch = perEpoch };
        return curves.Aggregate(plot, (sum, curve) => sum.Add(curve.Name, curve.Fill, range.First..(range.Last + 1)));
    }
}
