using System.CommandLine;
using System.Globalization;
using CsvHelper;
using LrMath.Cli.Drawing;
using LrMath.Cli.Expressions;
using LrMath.Plotting.Axes;
using Spectre.Console;

namespace LrMath.Cli.Commands;

/// <summary><c>table EXPR…</c>: prints values step by step, for reading or, with <c>--csv</c>, to the last bit.</summary>
internal static class TableCommand
{
    private const int ReadableRows = 25;

    /// <summary>Builds the verb.</summary>
    public static Command Create(IAnsiConsole output)
    {
        Argument<string[]> expressions = ExpressionArgument.Many();
        var steps = new StepOptions();
        Option<int?> every = WholeNumber.Option(
            "--every",
            1,
            "K",
            $"Print every K-th step only. Without it: all steps as CSV, some {ReadableRows} of them in a table."
        );
        var csv = new Option<bool>("--csv")
        {
            Description = "Comma-separated values, every number with the digits that bring back the same bits.",
        };

        var command = new Command("table", "Print values step by step.") { expressions };
        steps.AddTo(command);
        command.Add(every);
        command.Add(csv);
        command.SetAction(parsed =>
        {
            IReadOnlyList<Curve> curves = Expression.CompileAll(parsed.GetValue(expressions)!);
            StepRange range = steps.Of(parsed, curves);
            bool asCsv = parsed.GetValue(csv);
            int distance = parsed.GetValue(every) ?? (asCsv ? 1 : ReadableDistance(range.Count));

            // All values are looked at before the first line is printed: there is no half a table.
            foreach (Curve curve in curves)
            {
                foreach (int step in Steps(range, distance))
                {
                    curve.At(step);
                }
            }

            if (asCsv)
            {
                WriteCsv(output.Profile.Out.Writer, curves, Steps(range, distance));
            }
            else
            {
                WriteTable(output, curves, Steps(range, distance));
            }
        });
        return command;
    }

    private static IEnumerable<int> Steps(StepRange range, int distance)
    {
        for (long step = range.First; step <= range.Last; step += distance)
        {
            yield return (int)step;
        }
    }

    private static void WriteCsv(TextWriter writer, IReadOnlyList<Curve> curves, IEnumerable<int> steps)
    {
        using var csv = CsvWriter.Create(writer, CsvWriterOptions.Default with { NewLine = "\n" }, leaveOpen: true);
        csv.WriteField("step");
        foreach (Curve curve in curves)
        {
            csv.WriteField(curve.Name);
        }

        csv.EndRecord();
        foreach (int step in steps)
        {
            csv.WriteField(step.ToString(CultureInfo.InvariantCulture));
            foreach (Curve curve in curves)
            {
                csv.WriteField(ExactNumber.Text(curve.At(step)));
            }

            csv.EndRecord();
        }
    }

    private static void WriteTable(IAnsiConsole output, IReadOnlyList<Curve> curves, IEnumerable<int> steps)
    {
        int[] rows = [.. steps];
        NumberColumn[] values =
        [
            .. curves.Select(curve => new NumberColumn(
                Printable.Line(curve.Name),
                [.. rows.Select(step => curve.At(step).ToString("G6", CultureInfo.InvariantCulture))]
            )),
        ];
        NumberTable.Write(
            output,
            [new NumberColumn("step", [.. rows.Select(step => Label.Step(step))])],
            [.. values.Select(column => new[] { column })]
        );
    }

    // Rows a multiple of 1, 2, 5, 10, 20 ... steps apart, some 25 of them.
    private static int ReadableDistance(int count)
    {
        double least = Math.Ceiling(count / (double)ReadableRows);
        for (long power = 1; ; power *= 10)
        {
            if (((long[])[1, 2, 5]).Select(digit => digit * power).FirstOrDefault(distance => distance >= least) is > 0 and var found)
            {
                return (int)Math.Min(found, int.MaxValue);
            }
        }
    }
}
