using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>The steps of a segment, and the values that are held before its first step and from its end on.</summary>
internal readonly struct SegmentSteps
{
    private readonly double before;
    private readonly double after;
    private readonly long first;
    private readonly long end;

    internal SegmentSteps(in Segment segment, bool startsAtStart = true)
    {
        (before, after) = (segment.Start, segment.End);
        end = Segment.StepAt(segment.To);
        first = Math.Min(segment.FirstInside(startsAtStart), end);
    }

    private SegmentSteps(long end) => this.end = end;

    /// <summary>All steps.</summary>
    internal static SegmentSteps All => new(1L + int.MaxValue);

    /// <summary>The first step inside.</summary>
    internal long First => first;

    /// <summary>The first step after the segment.</summary>
    internal long End => end;

    /// <summary>True if a value is held at a step, and that value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool IsHeld(int step, out double held)
    {
        held = step >= end ? after : before;
        return step >= end || step < first;
    }

    /// <summary>
    /// Shortens a destination to the steps on the same side of both ends as the first one, and writes the held value there, if any.
    /// </summary>
    /// <returns>True if a value is held at these steps.</returns>
    internal bool FillHeld(int step, ref Span<double> destination)
    {
        bool isHeld = IsHeld(step, out double held);
        if (step < end)
        {
            destination = destination[..Segment.CountBefore(isHeld ? first : end, step, destination.Length)];
        }

        if (isHeld)
        {
            VectorLoops.Fill(held, destination);
        }

        return isHeld;
    }
}
