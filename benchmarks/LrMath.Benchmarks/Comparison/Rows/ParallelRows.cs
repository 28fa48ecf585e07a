using System.Globalization;
using System.Runtime.InteropServices;

namespace LrMath.Benchmarks.Comparison.Rows;

/// <summary>One long range, split by its caller over two threads.</summary>
internal static class ParallelRows
{
    private const int Threads = 2;
    private const int Part = 1 << 18;
    private const double OverLimit = 1.25;

    public static void Add(Race race, double[] values)
    {
        int length = values.Length;
        race.Group(
            string.Create(CultureInfo.InvariantCulture, $"A range of {length:N0} doubles by {Threads} threads of the caller, per value")
        );
        Entrant fill = race.Add("Fill by two", length, () => Split(length, (first, count) => values.AsSpan(first, count).Fill(0.1)));
        foreach (
            Subject subject in new Subject[]
            {
                new("Cosine", Schedule.Cosine(0.1, 0.001, length)),
                new("Warmup + Cosine", Schedule.Cosine(0.1, 0.001, length - (length / 10)).Warmup(length / 10)),
                new("Polynomial, power 0.9", Schedule.Polynomial(0.1, 0.001, length, 0.9)),
            }
        )
        {
            Func<int, double> schedule = subject.Schedule;
            Entrant one = race.Add("one thread", length, () => schedule.Evaluate(0, values));
            Entrant two = race.Add(
                subject.Name,
                length,
                () => Split(length, (first, count) => schedule.Evaluate(first, values.AsSpan(first, count)))
            );
            race.Row(subject.Name, one.Name, Goal.Advantage, two, one);
            race.Row(subject.Name, fill.Name, Goal.Ratio, two, fill);
            race.Row(() => new(subject.Name, "limit", Goal.AtMost(OverLimit), two.Spread, Limit(one.Spread, fill.Spread)));
            race.Row(() => Row.Counted($"{subject.Name}: values with other bits", Goal.None("values"), Differences(schedule, values)));
        }
    }

    /// <summary>What two threads can reach: half the time of one, or the time that the memory takes.</summary>
    private static Spread Limit(Spread one, Spread fill) =>
        new(
            Math.Max(one.Fastest / Threads, fill.Fastest),
            Math.Max(one.LowerQuartile / Threads, fill.LowerQuartile),
            Math.Max(one.Median / Threads, fill.Median),
            Math.Max(one.UpperQuartile / Threads, fill.UpperQuartile)
        );

    private static void Split(int length, Action<int, int> part) =>
        Parallel.For(
            0,
            (length + Part - 1) / Part,
            new() { MaxDegreeOfParallelism = Threads },
            i => part(i * Part, Math.Min(Part, length - (i * Part)))
        );

    /// <summary>How many values of the split range have not the bits of the same range by one thread, split elsewhere.</summary>
    private static int Differences(Func<int, double> schedule, double[] values)
    {
        Split(values.Length, (first, count) => schedule.Evaluate(first, values.AsSpan(first, count)));
        double[] again = new double[99_991];
        int differences = 0;
        for (int first = 0; first < values.Length; first += again.Length)
        {
            int count = Math.Min(again.Length, values.Length - first);
            schedule.Evaluate(first, again.AsSpan(0, count));
            ReadOnlySpan<long> expected = MemoryMarshal.Cast<double, long>(again.AsSpan(0, count));
            ReadOnlySpan<long> actual = MemoryMarshal.Cast<double, long>(values.AsSpan(first, count));
            if (!expected.SequenceEqual(actual))
            {
                for (int i = 0; i < count; i++)
                {
                    differences += expected[i] == actual[i] ? 0 : 1;
                }
            }
        }

        return differences;
    }
}
