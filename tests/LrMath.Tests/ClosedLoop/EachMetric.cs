using LrMath.ClosedLoop;
using LrMath.Tests.Generation;
using Xunit;

namespace LrMath.Tests.ClosedLoop;

/// <summary>What holds metric by metric; a failure names the policy, the metric and its place, counted from 0.</summary>
internal static class EachMetric
{
    /// <summary>A law of the state before a metric, the metric, and the state after it.</summary>
    public static void Holds<TState>(IPolicy<TState> policy, IReadOnlyList<double> metrics, Func<TState, double, TState, bool> law)
        where TState : class
    {
        TState before = policy.Start;
        for (int i = 0; i < metrics.Count; i++)
        {
            TState after = policy.Next(before, metrics[i]);
            if (!law(before, metrics[i], after))
            {
                Fail(policy, metrics, i, $"{before} becomes {after}");
            }

            before = after;
        }
    }

    /// <summary>The same values after each metric.</summary>
    public static void Same<T>(object policy, IReadOnlyList<double> metrics, IEnumerable<T> expected, IEnumerable<T> actual) =>
        Compare(policy, metrics, [.. expected], [.. actual], EqualityComparer<T>.Default.Equals);

    /// <summary>The same bits after each metric: a negative zero is not a zero.</summary>
    public static void SameBits(
        object policy,
        IReadOnlyList<double> metrics,
        IReadOnlyList<double> expected,
        IReadOnlyList<double> actual
    ) =>
        Compare(
            policy,
            metrics,
            expected,
            actual,
            (left, right) => BitConverter.DoubleToInt64Bits(left) == BitConverter.DoubleToInt64Bits(right)
        );

    private static void Compare<T>(
        object policy,
        IReadOnlyList<double> metrics,
        IReadOnlyList<T> expected,
        IReadOnlyList<T> actual,
        Func<T, T, bool> same
    )
    {
        Assert.Equal(metrics.Count, expected.Count);
        Assert.Equal(metrics.Count, actual.Count);
        for (int i = 0; i < metrics.Count; i++)
        {
            if (!same(expected[i], actual[i]))
            {
                Fail(policy, metrics, i, $"{Text.Of(actual[i])}, not {Text.Of(expected[i])}");
            }
        }
    }

    private static void Fail(object policy, IReadOnlyList<double> metrics, int index, string what) =>
        Assert.Fail(FormattableString.Invariant($"{policy} at metric {index}, {metrics[index]:R}: {what}"));
}
