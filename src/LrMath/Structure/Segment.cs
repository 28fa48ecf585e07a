using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>A way from one value to another between two positions, which need not be whole.</summary>
internal readonly record struct Segment
{
    internal Segment(double start, double end, double from, double to)
        : this(start, end, from, to, to - from)
    {
    }

    /// <summary>A way whose length is known better than by the difference of its positions.</summary>
    internal Segment(double start, double end, double from, double to, double length)
        : this(start, end, from, to, length, 1 / length)
    {
    }

    /// <summary>The same with the inverse of the length, which is worth keeping where many ways have one.</summary>
    internal Segment(double start, double end, double from, double to, double length, double inverse)
    {
        Start = start;
        End = end;
        From = from;
        To = to;
        Length = length;
        Inverse = inverse;
    }

    internal double Start { get; }

    internal double End { get; }

    internal double From { get; }

    internal double To { get; }

    internal double Length { get; }

    /// <summary>1 / Length.</summary>
    internal double Inverse { get; }

    /// <summary>The same way from one value to another.</summary>
    internal Segment Between(double start, double end) => new(start, end, From, To, Length, Inverse);

    /// <summary>The same segment, with distances counted in steps instead of fractions of the length.</summary>
    internal Segment InSteps() => new(Start, End, From, To, Length, 1);

    /// <summary>Whether a step lies on the first share of the way, its end included.</summary>
    internal bool IsOnFirst(double share, double step) => share == 0.5
        ? step - From <= To - step
        : step - From <= (To - From) * share;

    /// <summary>The first step that lies past a share of the way.</summary>
    internal long FirstPast(double share)
    {
        // It is next to the position, except far from zero, where many whole steps round to one position: there it is searched for.
        long near = StepAt((From * (1 - share)) + (To * share));
        long low = near >= 2 && IsOnFirst(share, near - 2) ? near - 1 : 0;
        long high = near < int.MaxValue && !IsOnFirst(share, near + 1) ? near + 1 : 1L + int.MaxValue;
        while (low < high)
        {
            long middle = (low + high) / 2;
            if (IsOnFirst(share, middle))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>The first step after the start, or at it where the shape does not begin with the start itself.</summary>
    internal long FirstInside(bool startsAtStart = true) => startsAtStart ? StepAt(Math.Floor(From) + 1) : StepAt(From);

    /// <summary>Whether a step is outside of the way, or at an end of it that the shape hits, and what is held there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool Holds(int step, out double value, bool startsAtStart = true)
    {
        bool isOver = step >= To;
        value = isOver ? End : Start;
        return isOver || (startsAtStart ? step <= From : step < From);
    }

    /// <summary>
    /// Writes the start and the end where they are held, and returns the destination of the steps between them, from
    /// <paramref name="first"/> on.
    /// </summary>
    internal Span<double> HoldEnds(ref int first, Span<double> destination, bool startsAtStart)
    {
        int atStart = Before(FirstInside(startsAtStart), first, destination.Length);
        int atEnd = Math.Max(atStart, Before(StepAt(To), first, destination.Length));
        Ranges.Hold(Start, destination[..atStart]);
        Ranges.Hold(End, destination[atEnd..]);
        first = atEnd > atStart ? first + atStart : first;
        return destination[atStart..atEnd];
    }

    /// <summary>The first whole step at or after a position, or one past the last step there is.</summary>
    internal static long StepAt(double position) => position <= 0 ? 0 : position > int.MaxValue ? 1L + int.MaxValue : (long)Math.Ceiling(position);

    /// <summary>How many of <paramref name="length"/> steps from <paramref name="first"/> on lie before <paramref name="step"/>.</summary>
    internal static int Before(long step, int first, int length) => (int)Math.Clamp(step - first, 0, length);
}
