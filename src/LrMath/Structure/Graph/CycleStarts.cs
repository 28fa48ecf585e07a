namespace LrMath.Structure;

/// <summary>The first whole steps of cycles one after another: of equal ones, or at positions that were computed before.</summary>
internal readonly record struct CycleStarts
{
    private readonly EqualIntervals equal;
    private readonly int[] given;

    /// <param name="equal">Cycles of one length.</param>
    /// <param name="positions">
    /// Where cycles of other lengths start, and the last one ends; empty for equal ones. Cycles without a step of their own are left out.
    /// </param>
    internal CycleStarts(EqualIntervals equal, double[] positions)
    {
        this.equal = equal;
        given =
        [
            .. positions
                .SkipLast(1)
                .Where((start, i) => start <= int.MaxValue && Segment.StepAt(start) < Segment.StepAt(positions[i + 1]))
                .Select(start => (int)Segment.StepAt(start)),
        ];
    }

    /// <summary>How many cycles there are, of equal ones as many as are wanted.</summary>
    internal int Count(int? wanted) => given.Length > 0 ? given.Length : wanted ?? 0;

    /// <summary>The first step of a cycle; beyond <see cref="int.MaxValue"/> for a cycle that does not begin.</summary>
    internal long First(long index) =>
        given.Length == 0 ? Segment.StepAt(equal.StartOf((double)index))
        : index < given.Length ? given[index]
        : 1L + int.MaxValue;

    /// <summary>The same if each cycle so far begins with a warm-up of <paramref name="warmupSteps"/> steps.</summary>
    internal long WithWarmups(long index, int warmupSteps) => First(index) + (index * warmupSteps);

    /// <summary>The last cycle that has begun at a step.</summary>
    internal long IndexAt(int step, int warmupSteps)
    {
        if (given.Length == 0)
        {
            // The quotient is at most one off.
            long guess = (long)(step / (equal.Width + warmupSteps));
            return WithWarmups(guess, warmupSteps) > step ? guess - 1
                : WithWarmups(guess + 1, warmupSteps) <= step ? guess + 1
                : guess;
        }

        int low = 0;
        int high = given.Length - 1;
        while (low < high)
        {
            int middle = low + ((high - low + 1) / 2);
            if (WithWarmups(middle, warmupSteps) <= step)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }
}
