using System.Globalization;

namespace LrMath.Benchmarks.Comparison.Rows;

/// <summary>Ranges of floats beside the same ranges of doubles, for information: floats are doubles, converted block by block.</summary>
internal static class FloatRows
{
    /// <summary>Adds the rows; the doubles are measured again next to the floats, for a processor changes its speed within a
    /// round.</summary>
    public static void Add(Race race, Buffers buffers)
    {
        int length = buffers.Doubles.Length;
        race.Group(string.Create(CultureInfo.InvariantCulture, $"A range of {length:N0} floats beside doubles, per value"));
        Beside([.. Catalogue.Plain(length), .. Catalogue.Recipes(length), .. Catalogue.CosineVerbs(length), .. Catalogue.Divided(length)]);
        Beside([.. Catalogue.Powers(length), .. Catalogue.Computed(length), .. Catalogue.Several(length)]);

        void Beside(IReadOnlyList<Subject> subjects)
        {
            foreach (Subject subject in subjects)
            {
                Entrant floats = race.Add(subject.Name, length, () => subject.Schedule.Evaluate(0, buffers.Floats));
                Entrant doubles = race.Add(subject.Name, length, () => subject.Schedule.Evaluate(0, buffers.Doubles));
                race.Row(subject.Name, "doubles", Goal.Ratio, floats, doubles);
            }
        }
    }
}
