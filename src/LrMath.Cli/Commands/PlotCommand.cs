using System.CommandLine;
using LrMath.Cli.Drawing;
using LrMath.Cli.Expressions;
using Spectre.Console;

namespace LrMath.Cli.Commands;

/// <summary><c>plot EXPR…</c>: draws schedules in the terminal and, with <c>--out</c>, to a file.</summary>
internal static class PlotCommand
{
    private const int Rows = 16;
    private const int RowsOfTwo = 9;

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
            bool logarithmic = parsed.GetValue(log);
            int? perEpoch = parsed.GetValue(epoch);
            IReadOnlyList<Curve> momenta = PlotPicture.Momenta(curves);
            int others = 4 + 2 * curves.Count + (heading is null ? 0 : 1) + (path is null ? 0 : 1);
            int rows =
                momenta.Count == 0
                    ? PlotHeight.Of(output, Rows, others)
                    : PlotHeight.Of(output, RowsOfTwo, others + 4 + 2 * momenta.Count, plots: 2);
            (TextPlot drawing, TextPlot? below) = Waiting.For(
                output,
                (long)range.Count * (curves.Count + momenta.Count),
                evaluated => (Drawn(curves, logarithmic, evaluated), momenta.Count == 0 ? null : Drawn(momenta, false, evaluated))
            );
            if (path is not null)
            {
                string name = heading ?? (curves is [var only] ? only.Name : "");
                new PlotPicture(name, curves, range, logarithmic, perEpoch, parsed.GetValue(mark)!, parsed.GetValue(size)).Write(path);
            }

            if (heading is not null)
            {
                output.Write(new Text(Printable.Line(heading) + "\n", new Style(decoration: Decoration.Bold)));
            }

            output.Write(drawing);
            if (below is not null)
            {
                output.Write(new Text("\nmomentum\n", new Style(decoration: Decoration.Bold)));
                output.Write(below);
            }

            if (path is not null)
            {
                output.Write(new Text($"Written to {Printable.Line(path)}\n", Marks.Quiet));
            }

            TextPlot Drawn(IReadOnlyList<Curve> drawn, bool log, Action<int>? evaluated) =>
                new(drawn, range, rows, log, unit: perEpoch is null ? "step" : "epoch", perUnit: perEpoch ?? 1, evaluated: evaluated);
        });
        return command;
    }
}
