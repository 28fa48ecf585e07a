using FsCheck;
using FsCheck.Fluent;

namespace LrMath.Tests.Support;

/// <summary>Runs a law on many seeds; the seed that breaks it is in the message, and the same every time.</summary>
internal static class Law
{
    public static void Holds(Action<int> law, int times = 100) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), law)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(times).WithQuietOnSuccess(true).WithReplay(20_261_122, 9_500_031));

    /// <summary>The same bits, a difference is reported with the schedule and its first step that differs.</summary>
    public static void SameBits(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, Func<int, double> schedule, int first)
    {
        Xunit.Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            if (BitConverter.DoubleToInt64Bits(expected[i]) != BitConverter.DoubleToInt64Bits(actual[i]))
            {
                Xunit.Assert.Fail($"{schedule.Describe()} at step {first + i}: {expected[i]:R} is not {actual[i]:R}");
            }
        }
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
}
