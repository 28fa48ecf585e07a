using LrMath.Benchmarks.Comparison.Rows;

namespace LrMath.Benchmarks.Comparison;

/// <summary>What a schedule costs here and elsewhere, one line per schedule: medians in nanoseconds.</summary>
internal static class Overview
{
    private static readonly string[] Columns =
    [
        "schedule",
        " a range, per value",
        " Span.Fill",
        " loop by hand",
        " NumPy",
        " one step",
        " lambda by hand",
        " PyTorch",
    ];

    private static readonly string[] Kinds =
    [
        "Constant",
        "Linear",
        "Cosine",
        "ExponentialDecay",
        "Warmup + Cosine",
        "OneCycle",
        "Polynomial, power 0.9",
        "InverseSquareRoot",
    ];

    /// <summary>One schedule of each kind, for a front page.</summary>
    public static Table OneOfEachKind(Table all) => all with { Lines = [.. all.Lines.Where(line => Kinds.Contains(line[0]))] };

    public static Table Table(IReadOnlyList<RowGroup> groups, int length)
    {
        IReadOnlyDictionary<string, Row> ranges = Rows(RangeRows.FillTitle(length));
        IReadOnlyDictionary<string, Row> loops = Rows(RangeRows.LoopTitle(length));
        IReadOnlyDictionary<string, Row> numpy = Rows(NumPyRows.Title(length));
        IReadOnlyDictionary<string, Row> steps = Rows(StepRows.AscendingTitle);
        IReadOnlyDictionary<string, Row> torch = Rows(TorchRows.StepTitle);
        return new(
            $"Nanoseconds; ranges of {Numbers.Text(length)} values, steps in a training loop's order",
            Columns,
            [
                .. ranges
                    .Values.Where(row => steps.ContainsKey(row.What) || torch.ContainsKey(row.What))
                    .Select(row =>
                        (string[])
                            [
                                row.What,
                                Numbers.Text(row.Ours.Median),
                                Beside(ranges, row),
                                Beside(loops, row),
                                NumPy(row),
                                Ours(row),
                                Beside(steps, row),
                                Beside(torch, row),
                            ]
                    ),
            ]
        );

        IReadOnlyDictionary<string, Row> Rows(string title) =>
            groups.SingleOrDefault(group => group.Title == title)?.Rows.ToDictionary(row => row.What) ?? [];

        // Of two forms the faster one.
        string NumPy(Row row) =>
            Beside(
                numpy,
                numpy.GetValueOrDefault(row.What + NumPyRows.InSlices) ?? numpy.GetValueOrDefault(row.What + NumPyRows.Folded) ?? row
            );

        string Ours(Row row) => Numbers.Text((steps.GetValueOrDefault(row.What) ?? torch[row.What]).Ours.Median);

        static string Beside(IReadOnlyDictionary<string, Row> rows, Row row) =>
            rows.TryGetValue(row.What, out Row? found) ? Numbers.Text(found.Others[0].Median) : "";
    }
}
