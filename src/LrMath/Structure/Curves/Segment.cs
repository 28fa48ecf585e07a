using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>A change from one value to another between two positions, which need not be integers.</summary>
internal readonly struct Segment
{
    internal readonly double Start;
    internal readonly double End;
    internal readonly double From;
    internal readonly double To;
    internal readonly double Length;

    /// <summary>1 / Length.</summary>
    internal readonly double Inverse;

    internal Segment(double start, double end, double from, double to)
        : this(start, end, from, to, to - from, 1 / (to - from)) { }

    /// <summary>A segment whose length is known more precisely than as the difference of its positions.</summary>
    internal Segment(double start, double end, double from, double to, double length, double inverse) =>
        (Start, End, From, To, Length, Inverse) = (start, end, from, to, length, inverse);

    /// <summary>The same segment between other values.</summary>
    internal Segment WithValues(double start, double end) => new(start, end, From, To, Length, Inverse);

    /// <summary>The same segment, with distances counted in steps instead of fractions of the length.</summary>
    internal Segment InSteps() => new(Start, End, From, To, Length, 1);

    /// <summary>Whether a step lies before a split, given as a fraction of the length, or at it.</summary>
    internal bool IsBeforeSplit(double split, double step) => split == 0.5 ? step - From <= To - step : step - From <= (To - From) * split;

    /// <summary>The first step after a split.</summary>
    internal long FirstStepAfter(double split)
    {
        // It is next to the position of the split. Far from zero many steps round to one position, and a bisection finds it.
        long near = StepAt((From * (1 - split)) + (To * split));
        long low = near >= 2 && IsBeforeSplit(split, near - 2) ? near - 1 : 0;
        long high = near < int.MaxValue && !IsBeforeSplit(split, near + 1) ? near + 1 : 1L + int.MaxValue;
        while (low < high)
        {
            long middle = (low + high) / 2;
            (low, high) = IsBeforeSplit(split, middle) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The first step after the start; at the start, if the value there is not exactly the start.</summary>
    internal long FirstInside(bool startsAtStart = true) => StepAt(startsAtStart ? Math.Floor(From) + 1 : From);

    /// <summary>True if a value is held at a step, and that value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool IsHeld(int step, out double held, bool startsAtStart)
    {
        bool isOver = step >= To;
        held = isOver ? End : Start;
        return isOver || (startsAtStart ? step <= From : step < From);
    }

    /// <summary>The first step at or after a position, or 2^31 if there is none.</summary>
    internal static long StepAt(double position) =>
        position <= 0 ? 0
        : position > int.MaxValue ? 1L + int.MaxValue
        : (long)Math.Ceiling(position);

    /// <summary>A length in steps; null if it is beyond the last step there is.</summary>
    internal static int? LengthOf(long steps) => steps <= int.MaxValue ? (int)steps : null;

    /// <summary>How many of <paramref name="length"/> steps from <paramref name="first"/> on lie before <paramref name="step"/>.</summary>
    internal static int CountBefore(long step, int first, int length) => (int)Math.Clamp(step - first, 0, length);
}
