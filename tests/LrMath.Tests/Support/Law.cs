using FsCheck;
using FsCheck.Fluent;
using LrMath.Tests.Generation;

namespace LrMath.Tests.Support;

/// <summary>What laws have in common: how they are run where they are no [Property], and how two sequences of values are
/// compared.</summary>
internal static class Law
{
    /// <summary>Runs a law of a theory's row over drawn cases, with the seed of this run.</summary>
    public static void Holds<T>(Arbitrary<T> cases, Action<T> law, int times = 100) =>
        Prop.ForAll(cases, law)
            .Check(
                Config.QuickThrowOnFailure.WithMaxTest(times).WithQuietOnSuccess(true).WithReplay(Seed.OfThisRun, (Seed.OfThisRun * 2) + 1)
            );

    public static void Holds<T>(Gen<T> cases, Action<T> law, int times = 100) => Holds(cases.ToArbitrary(), law, times);

    public static void Holds(Action<int> law, int times = 100) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), law)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(times).WithQuietOnSuccess(true).WithReplay(20_261_122, 9_500_031));

    /// <summary>The same bits; a difference is reported with the schedule, the first step that differs, both values, and the
    /// seed.</summary>
    public static void SameBits(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, Func<int, double> schedule, int first) =>
        SameBits(expected, actual, schedule.Describe, first);

    public static void SameBits(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, Composition schedule, int first) =>
        SameBits(expected, actual, schedule.ToString, first);

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
