using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>Equal lengths one after another, not necessarily whole: number k starts at k·width, and no logarithm or quotient decides it.</summary>
internal readonly record struct EqualIntervals(double Width)
{
    /// <summary>1 / Width.</summary>
    internal double Inverse { get; } = 1 / Width;

    /// <summary>The last one that starts at or before a step.</summary>
    internal int IndexAt(int step)
    {
        // The quotient is less than one off, and seldom: a guess that it is right lets the rest begin.
        int index = double.ConvertToIntegerNative<int>(step * Inverse);
        double number = index;
        if (number * Width > step)
        {
            return index - 1;
        }

        if ((number + 1) * Width <= step)
        {
            return index + 1;
        }

        return index;
    }

    /// <summary>Where one starts, counted from a whole step at most one before it: what is left is exact by the fused product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal double StartOf(long index, out long clock)
    {
        clock = double.ConvertToIntegerNative<long>(index * Width);
        return Math.FusedMultiplyAdd(index, Width, -(double)clock);
    }

    /// <summary>The position at which one starts.</summary>
    internal double StartOf(double index) => index * Width;
}
