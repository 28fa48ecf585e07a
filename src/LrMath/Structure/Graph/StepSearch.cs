using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>A step to look for among milestones or knots in order: it compares as later than what it has reached.</summary>
internal readonly struct StepSearch(int step) : IComparable<int>, IComparable<(double At, double Value)>
{
    /// <summary>The number of milestones at or before a step; of equal ones all.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static int Reached(int[] milestones, int step) => ~MemoryExtensions.BinarySearch<int, StepSearch>(milestones, new(step));

    /// <summary>How many of <paramref name="length"/> steps from <paramref name="step"/> on lie before the next milestone, if
    /// <paramref name="reached"/> of them are reached; all steps, if all milestones are.</summary>
    internal static int CountToNext(int[] milestones, int reached, int step, int length) =>
        reached < milestones.Length ? Segment.CountBefore(milestones[reached], step, length) : length;

    /// <summary>The number of knots at or before a step.</summary>
    internal static int Reached((double At, double Value)[] knots, int step) =>
        ~MemoryExtensions.BinarySearch<(double At, double Value), StepSearch>(knots, new(step));

    /// <summary>Never equal, so that the search ends behind all that are reached.</summary>
    public int CompareTo(int milestone) => milestone <= step ? 1 : -1;

    /// <inheritdoc cref="CompareTo(int)"/>
    public int CompareTo((double At, double Value) knot) => knot.At <= step ? 1 : -1;
}
