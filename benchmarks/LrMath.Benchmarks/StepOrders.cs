using System.Runtime.CompilerServices;

namespace LrMath.Benchmarks;

/// <summary>Orders in which single steps are asked for.</summary>
internal static class StepOrders
{
    /// <summary>Steps in no order that a branch predictor or a cache could use, the same in every run.</summary>
    public static int[] Shuffled(int first, int length, int count)
    {
        var random = new Random(7);
        int[] steps = new int[count];
        for (int i = 0; i < count; i++)
        {
            steps[i] = first + random.Next(length);
        }

        return steps;
    }

    /// <summary>Steps one after another, as a training loop asks for them.</summary>
    public static int[] Ascending(int count) => [.. Enumerable.Range(0, count)];

    /// <summary>The sum of the values, so that no call can be left out.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Sum(Func<int, double> schedule, int[] steps)
    {
        double sum = 0;
        foreach (int step in steps)
        {
            sum += schedule(step);
        }

        return sum;
    }
}
