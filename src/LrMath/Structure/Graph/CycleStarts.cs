namespace LrMath.Structure;

/// <summary>
/// The first whole steps of cycles one after another, each of which begins with a warm-up: of equal cycles, or of cycles at positions that
/// were computed before.
/// </summary>
internal readonly record struct CycleStarts
{
    private readonly EqualIntervals equal;
    private readonly int warmupSteps;
    private readonly int[] given;

    /// <param name="equal">Cycles of one length.</param>
    /// <param name="positions">
    /// Where cycles of other lengths start, and the last one ends, without warm-ups; empty for equal ones. Cycles without a step of their
    /// own are left out.
    /// </param>
    /// <param name="warmupSteps">The length of each warm-up.</param>
    internal CycleStarts(EqualIntervals equal, double[] positions, int warmupSteps)
    {
        (this.equal, this.warmupSteps) = (equal, warmupSteps);
        given =
        [
            .. positions
                .SkipLast(1)
                .Where((start, i) => Segment.StepAt(start) < Segment.StepAt(positions[i + 1]))
                .Select((start, i) => Segment.StepAt(start) + ((long)i * warmupSteps))
                .Where(first => first <= int.MaxValue)
                .Select(first => (int)first),
        ];
    }

    /// <summary>How many cycles there are, of equal ones as many as are wanted.</summary>
    internal int Count(int? wanted) => given.Length > 0 ? given.Length : wanted ?? 0;

    /// <summary>The first step of a cycle; beyond <see cref="int.MaxValue"/> for a cycle that does not begin.</summary>
    internal long First(long index) =>
        given.Length == 0 ? Segment.StepAt(equal.StartOf((double)index)) + (index * warmupSteps)
        : index < given.Length ? given[index]
        : 1L + int.MaxValue;

    /// <summary>The last cycle that has begun at a step.</summary>
    internal long IndexAt(int step)
    {
        if (given.Length > 0)
        {
            return StepSearch.Reached(given, step) - 1;
        }

        // The quotient is at most one off.
        long guess = (long)(step / (equal.Width + warmupSteps));
        return First(guess) > step ? guess - 1
            : First(guess + 1) <= step ? guess + 1
            : guess;
    }
}
