using FsCheck;
using FsCheck.Fluent;
using LrMath.Tests.Generation;
using ScheduleNode = LrMath.Structure.ScheduleNode;

namespace LrMath.Tests.Support;

/// <summary>What laws have in common: how they are run over cases that are no parameters of a [Property], and how values are
/// compared.</summary>
internal static class Law
{
    /// <summary>Runs a law of a theory's row over drawn cases, with the seed of this run.</summary>
    public static void Holds<T>(Arbitrary<T> cases, Action<T> law, int times = 100) =>
        Over(cases, law)
            .Check(
                Config
                    .QuickThrowOnFailure.WithMaxTest(Cases.Of(times))
                    .WithQuietOnSuccess(true)
                    .WithReplay(Seed.OfThisRun, (Seed.OfThisRun * 2) + 1)
            );

    public static void Holds<T>(Gen<T> cases, Action<T> law, int times = 100) => Holds(cases.ToArbitrary(), law, times);

    public static void Holds<T>(Drawn<T> cases, Action<T> law, int times = 100) =>
        Holds(cases.ToArbitrary(), drawn => law(drawn.Value), times);

    public static void Holds<T>(Drawn<T> cases, Func<T, bool> law, int times = 100) =>
        Holds(cases, drawn => Xunit.Assert.True(law(drawn)), times);

    /// <summary>A law over drawn cases as what a [Property] gives.</summary>
    public static Property Over<T>(Drawn<T> cases, Action<T> law) => Over(cases.ToArbitrary(), drawn => law(drawn.Value));

    public static Property Over<T>(Drawn<T> cases, Func<T, bool> law) => Over(cases, drawn => Xunit.Assert.True(law(drawn)));

    public static Property Over<T>(Arbitrary<T> cases, Action<T> law) => Prop.ForAll(cases, one => Name(one, law));

    /// <summary>Both, each of them smaller by itself.</summary>
    public static Arbitrary<(T First, TOther Second)> Both<T, TOther>(Arbitrary<T> first, Arbitrary<TOther> second) =>
        Arb.From(
            first.Generator.Zip(second.Generator),
            both =>
                first
                    .Shrinker(both.Item1)
                    .Select(less => (less, both.Item2))
                    .Concat(second.Shrinker(both.Item2).Select(less => (both.Item1, less)))
        );

    /// <summary>The same bits; a difference is reported with the schedule, the first step that differs, both values, and the
    /// seed.</summary>
    public static void SameBits(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, Func<int, double> schedule, int first) =>
        SameBits(expected, actual, schedule.Describe, first);

    public static void SameBits(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, Composition schedule, int first) =>
        SameBits(expected, actual, schedule.ToString, first);

    /// <summary>
    /// Fails if a law looked at none of its cases. With fewer cases than it asks for (LRMATH_CASES) that may be by chance.
    /// </summary>
    public static void LookedAtSome(int looked, int times, string otherwise) =>
        Xunit.Assert.True(looked > 0 || Cases.Of(times) < times, otherwise);

    /// <summary>Where a schedule starts: at its first value, but for ramps of length 0, about which EntryLaws are.</summary>
    public static double Start(Func<int, double> schedule) => ScheduleNode.Of(schedule).EntryAt(0).Start;

    /// <summary>The same bits as another function in the first 700 steps, as a range and step by step.</summary>
    public static void Same(Func<int, double> actual, Func<int, double> expected)
    {
        const int Length = 700;
        double[] values = Steps(expected, 0, Length);
        SameBits(values, actual.Evaluate(0..Length), actual, 0);
        SameBits(values, Steps(actual, 0, Length), actual, 0);
    }

    public static double[] Steps(Func<int, double> schedule, int first, int length)
    {
        double[] values = new double[length];
        for (int i = 0; i < length; i++)
        {
            values[i] = schedule(first + i);
        }

        return values;
    }

    /// <summary>Fails with one line: what, at which step, both values, the seed.</summary>
    public static void Fail(string schedule, int step, double expected, double actual) =>
        Xunit.Assert.Fail(
            string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{schedule} at step {step} is {actual:R}, not {expected:R} ({Seed.Note})"
            )
        );

    /// <summary>The value of a step within a tolerance.</summary>
    public static void Near(double expected, Func<int, double> schedule, int step, double tolerance)
    {
        double actual = schedule(step);
        if (!expected.Equals(actual) && !(Math.Abs(expected - actual) <= tolerance))
        {
            Fail(schedule.Describe(), step, expected, actual);
        }
    }

    /// <summary>The last line of a failure has the case and the seed, whatever it was that failed.</summary>
    private static void Name<T>(T one, Action<T> law)
    {
        try
        {
            law(one);
        }
        catch (Exception error) when (!error.Message.Contains(Seed.Note, StringComparison.Ordinal))
        {
            throw new Xunit.Sdk.XunitException($"{error.Message}{Environment.NewLine}{Text.Of(one)} ({Seed.Note})", error);
        }
    }

    private static void SameBits(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, Func<string> schedule, int first)
    {
        Xunit.Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            if (BitConverter.DoubleToInt64Bits(expected[i]) != BitConverter.DoubleToInt64Bits(actual[i]))
            {
                Fail(schedule(), first + i, expected[i], actual[i]);
            }
        }
    }
}
