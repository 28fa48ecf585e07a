namespace LrMath.Benchmarks.Comparison.Rows;

/// <summary>Compositions beside their parts, each part evaluated alone over the steps that it has in the whole.</summary>
internal static class CompositionRows
{
    private const double MostOverParts = 1.5;

    private readonly record struct Part(Func<int, double> Schedule, int First, int Length);

    public static void Add(Race race, Buffers buffers)
    {
        double[] values = buffers.Doubles;
        int steps = values.Length;
        int warmup = steps / 10;
        int period = steps / 10;
        double top = (0.3 * steps) - 1;
        int turn = (int)Math.Ceiling(top);
        Func<int, double> cosine = Schedule.Cosine(0.1, 0.001, steps);
        Func<int, double> cycle = Schedule.Cosine(0.1, 0.001, period);
        Func<int, double> linear = Schedule.Linear(1, 0.5, steps);

        Entrant fill = race.Add("Span.Fill", steps, () => values.AsSpan().Fill(0.1));
        Entrant both = Sum(new(cosine, 0, steps), new(linear, 0, steps));

        race.Group("A composition beside the sum of its parts, per value");
        Beside(
            "Warmup + Cosine",
            Schedule.Cosine(0.1, 0.001, steps - warmup).Warmup(warmup),
            new(Schedule.Linear(0, 0.1, warmup), 0, warmup),
            new(Schedule.Cosine(0.1, 0.001, steps - warmup), 0, steps - warmup)
        );
        Beside(
            "OneCycle",
            Schedule.OneCycle(0.1, steps),
            new(Schedule.Path([(0, 0.004), (top, 0.1)], Shapes.Cosine), 0, turn),
            new(Schedule.Path([(top, 0.1), (steps - 1, 4e-7)], Shapes.Cosine), turn, steps - turn)
        );
        Beside(
            "WarmupStableDecay",
            Schedule.WarmupStableDecay(0.1, warmup, steps / 2, steps - warmup - (steps / 2)),
            new(Schedule.Linear(0, 0.1, warmup), 0, warmup),
            new(Schedule.Constant(0.1), 0, steps / 2),
            new(Schedule.Linear(0.1, 0, steps - warmup - (steps / 2)), 0, steps - warmup - (steps / 2))
        );
        Beside(
            "CosineRestarts",
            Schedule.CosineRestarts(0.1, 0.001, period),
            [.. Enumerable.Repeat(new Part(cycle, 0, period), 10), new(cycle, 0, steps - (10 * period))]
        );
        Beside(
            "CosineRestarts, growing",
            Schedule.CosineRestarts(0.1, 0.001, steps / 16, periodFactor: 2),
            [
                .. Enumerable
                    .Range(0, 4)
                    .Select(i => steps / 16 << i)
                    .Select(length => new Part(Schedule.Cosine(0.1, 0.001, length), 0, length)),
                new(Schedule.Cosine(0.1, 0.001, steps), 0, steps / 16),
            ]
        );
        Beside(
            "MultiStep",
            Schedule.MultiStep(0.1, 0.1, [steps / 2, steps / 4 * 3]),
            new(Schedule.Constant(0.1), 0, steps / 2),
            new(Schedule.Constant(0.01), 0, steps / 4),
            new(Schedule.Constant(0.001), 0, steps / 4)
        );
        Folded("Chain of two", cosine.Chain(linear));
        Folded("Plus of two", cosine.Plus(linear));
        Folded("Min of two", cosine.Min(linear));
        Folded("Max of two", cosine.Max(linear));
        Beside("Then", cosine.Then(linear, steps / 2), new(cosine, 0, steps / 2), new(linear, 0, steps / 2));

        void Beside(string name, Func<int, double> whole, params Part[] parts) =>
            race.Row(name, "parts", Goal.AtMost(MostOverParts), Whole(name, whole), Sum(parts));

        void Folded(string name, Func<int, double> whole)
        {
            Entrant ours = Whole(name, whole);
            race.Row(name, "parts", Goal.AtMost(MostOverParts), ours, both);

            // Two parts write every value twice, the whole only once; but much of the writing goes on while the next values are computed.
            race.Row(() => new(name, "parts less one Fill", Goal.Ratio, ours.Spread, both.Spread - fill.Spread));
        }

        Entrant Whole(string name, Func<int, double> whole) => race.Add(name, steps, () => whole.Evaluate(0, values));

        Entrant Sum(params Part[] parts) =>
            race.Add(
                "parts",
                steps,
                () =>
                {
                    int at = 0;
                    foreach (Part part in parts)
                    {
                        // Parts that lie above each other, as in a chain, begin again.
                        at = at == steps ? 0 : at;
                        part.Schedule.Evaluate(part.First, values.AsSpan(at, part.Length));
                        at += part.Length;
                    }
                }
            );
    }
}
