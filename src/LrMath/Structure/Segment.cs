namespace LrMath.Structure;

/// <summary>A way from one value to another between two positions, which need not be whole.</summary>
internal readonly record struct Segment
{
    internal Segment(double start, double end, double from, double to)
    {
        Start = start;
        End = end;
        From = from;
        To = to;
        Inverse = 1 / (to - from);
    }

    internal double Start { get; }

    internal double End { get; }

    internal double From { get; }

    internal double To { get; }

    /// <summary>1 / (To - From).</summary>
    internal double Inverse { get; }

    /// <summary>Writes the ends that are held up to the segment and from its end on, and gives the steps in between, from <paramref name="first"/> on.</summary>
    internal Span<T> HoldEnds<T>(ref int first, Span<T> destination)
        where T : struct
    {
        int atStart = Before(StepAt(Math.Floor(From) + 1), first, destination.Length);
        int atEnd = Math.Max(atStart, Before(StepAt(To), first, destination.Length));
        destination[..atStart].Fill(ScheduleNode.To<T>(Start));
        destination[atEnd..].Fill(ScheduleNode.To<T>(End));
        first = atEnd > atStart ? first + atStart : first;
        return destination[atStart..atEnd];
    }

    /// <summary>The first whole step at or after a position, or one past the last step there is.</summary>
    internal static long StepAt(double position) => position <= 0 ? 0 : position > int.MaxValue ? 1L + int.MaxValue : (long)Math.Ceiling(position);

    /// <summary>How many of <paramref name="length"/> steps from <paramref name="first"/> on lie before <paramref name="step"/>.</summary>
    internal static int Before(long step, int first, int length) => (int)Math.Clamp(step - first, 0, length);
}
