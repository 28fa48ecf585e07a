using System.Globalization;

namespace LrMath.Benchmarks.Comparison.Rows;

/// <summary>Ranges of floats beside the same ranges of doubles.</summary>
internal static class FloatRows
{
    // "Not slower", and what a clock can tell apart.
    private const double NotSlower = 1.05;

    // Where arithmetic is the bound, the conversion, two instructions per eight values, comes on top of it.
    private const double WithConversion = 1.2;

    /// <summary>Adds the rows; the doubles are measured again next to the floats, for a processor changes its speed within a round.</summary>
    public static void Add(Race race, Buffers buffers)
    {
        int length = buffers.Doubles.Length;
        race.Group(string.Create(CultureInfo.InvariantCulture, $"A range of {length:N0} floats beside doubles, per value"));
        Beside(
            [.. Catalogue.Plain(length), .. Catalogue.Recipes(length), .. Catalogue.CosineVerbs(length), .. Catalogue.Divided(length)],
            Goal.AtMost(NotSlower));
        Beside([.. Catalogue.Powers(length), .. Catalogue.Computed(length), .. Catalogue.Several(length)], Goal.AtMost(WithConversion));

        void Beside(IReadOnlyList<Subject> subjects, Goal goal)
        {
            foreach (Subject subject in subjects)
            {
                Entrant floats = race.Add(subject.Name, length, () => subject.Schedule.Evaluate(0, buffers.Floats));
                Entrant doubles = race.Add(subject.Name, length, () => subject.Schedule.Evaluate(0, buffers.Doubles));
                race.Row(subject.Name, "doubles", goal, floats, doubles);
            }
        }
    }
}
