namespace LrMath.Benchmarks.Comparison.Rows;

/// <summary>One step: beside the formula by hand, and what each verb adds. All are called through delegates, at the same steps, once in
/// order and once shuffled.</summary>
internal static class StepRows
{
    private const int Calls = 4096;
    private const double MostOverByHand = 1.25;
    private const double MedianOverByHand = 0.9;
    private const double MostPerVerb = 3;
    private const int Depth = 8;

    public const string AscendingTitle = "One step beside a lambda with the formula, in a training loop's order, per call";

    public static void Add(Race race, int steps)
    {
        (string Name, int[] Steps)[] orders =
        [
            ("in a training loop's order", StepOrders.Ascending(steps)),
            ("shuffled steps", StepOrders.Shuffled(0, steps, Calls)),
        ];
        foreach ((string name, int[] order) in orders)
        {
            race.Group($"One step beside a lambda with the formula, {name}, per call");
            List<Func<Row>> rows = [];
            foreach (HandWritten pair in HandWritten.All(steps))
            {
                Goal goal = pair.Verbs.Count == 0 ? Goal.AtMost(MostOverByHand) : Goal.Ratio;
                Entrant ours = Steps.Add(race, pair.Name, pair.Ours, order);
                Entrant lambda = Steps.Add(race, "lambda", pair.Lambda, order);
                rows.Add(() => new(pair.Name, "lambda", goal, ours.Spread, lambda.Spread));
                race.Row(rows[^1]);
            }

            race.Row(() => Median([.. rows.Select(row => row()).Where(row => row.Goal.IsJudged).OrderBy(row => row.Figure)]));
        }

        foreach ((string name, int[] order) in orders)
        {
            race.Group($"What verbs add to one step, {name}, per call");
            AddVerbs(race, steps, order);
        }
    }

    /// <summary>The row in the middle, once more under the goal of the median.</summary>
    private static Row Median(Row[] ordered)
    {
        Row middle = ordered[ordered.Length / 2];
        return middle with { What = $"the median, {middle.What}", Goal = Goal.AtMost(MedianOverByHand) };
    }

    private static void AddVerbs(Race race, int steps, int[] order)
    {
        Func<int, double> cosine = Schedule.Cosine(0.1, 0.001, steps);
        Func<int, double> linear = Schedule.Linear(1, 0.5, steps);
        Entrant inner = Step("Cosine", cosine);
        foreach (Subject verb in Catalogue.Verbs(steps))
        {
            race.Row(verb.Name, inner.Name, Goal.Adds(MostPerVerb), Step(verb.Name, verb.Schedule), inner);
        }

        // A second part costs what it costs, with a verb or without: the verb stands beside a lambda that calls both parts.
        Both("Chain", cosine.Chain(linear), step => cosine(step) * linear(step));
        Both("Plus", cosine.Plus(linear), step => cosine(step) + linear(step));
        Both("Min", cosine.Min(linear), step => Math.Min(cosine(step), linear(step)));
        Both("Max", cosine.Max(linear), step => Math.Max(cosine(step), linear(step)));

        Func<int, double> nested = cosine;
        for (int i = 0; i < Depth; i++)
        {
            nested = i % 2 == 0 ? nested.Scale(0.9) : nested.Offset(0.01);
        }

        race.Row($"{Depth} verbs around each other", inner.Name, Goal.Adds(Depth * MostPerVerb), Step("nested", nested), inner);

        foreach (HandWritten pair in HandWritten.All(steps).Where(pair => pair.Verbs.Count > 0))
        {
            string what = $"{pair.Name} ({string.Join(", ", pair.Verbs)})";
            race.Row(what, "lambda", Goal.Adds(pair.Verbs.Count * MostPerVerb), Step(what, pair.Ours), Step("lambda", pair.Lambda));
        }

        void Both(string verb, Func<int, double> whole, Func<int, double> byHand) =>
            race.Row($"{verb} with Linear", "lambda that calls both", Goal.Adds(MostPerVerb), Step(verb, whole), Step("both", byHand));

        Entrant Step(string name, Func<int, double> schedule) => Steps.Add(race, name, schedule, order);
    }
}
