using System.Globalization;

namespace LrMath.Benchmarks.Comparison.Rows;

/// <summary>Whole ranges beside <c>Span.Fill</c>, and beside the loop that a user would write.</summary>
internal static class RangeRows
{
    public static string FillTitle(int count) =>
        string.Create(CultureInfo.InvariantCulture, $"A range of {count:N0} doubles beside Span.Fill, per value");

    public static string LoopTitle(int count) =>
        string.Create(CultureInfo.InvariantCulture, $"A range of {count:N0} doubles beside a loop by hand, per value");

    /// <summary>Adds the rows. Out of cache, simple shapes are judged beside <c>Span.Fill</c>; in cache, all of them beside the loop by
    /// hand.</summary>
    public static void Add(Race race, Buffers buffers, bool isInCache)
    {
        Goal simple = isInCache ? Goal.Ratio : Goal.AtMost(4);
        double[] values = buffers.Doubles;
        Entrant fill = race.Add("Span.Fill", values.Length, () => values.AsSpan().Fill(0.1));

        race.Group(FillTitle(values.Length));
        Beside(Catalogue.Plain(values.Length), simple);
        Beside([.. Catalogue.Recipes(values.Length), .. Catalogue.CosineVerbs(values.Length)], simple);
        Beside(Catalogue.Powers(values.Length), Goal.Ratio);
        Beside(Catalogue.Heavy(values.Length), Goal.Ratio);
        Beside(Catalogue.Several(values.Length), Goal.Ratio);

        if (isInCache)
        {
            race.Group(LoopTitle(values.Length));
            foreach (HandWritten pair in HandWritten.All(values.Length))
            {
                Entrant ours = race.Add(pair.Name, values.Length, () => pair.Ours.Evaluate(0, values));
                race.Row(
                    pair.Name,
                    "loop",
                    Goal.Faster(pair.IsTranscendental ? 8 : 2),
                    ours,
                    race.Add("loop", values.Length, () => pair.Loop(values))
                );
            }
        }

        void Beside(IReadOnlyList<Subject> subjects, Goal goal)
        {
            foreach (Subject subject in subjects)
            {
                Entrant range = race.Add(subject.Name, values.Length, () => subject.Schedule.Evaluate(0, values));
                race.Row(subject.Name, fill.Name, goal, range, fill);
            }
        }
    }
}
