using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>Intervals of one width, which need not be an integer. Number k starts at k·width. Whole widths use a quotient rounded up;
/// others compare positions.</summary>
internal readonly record struct EqualIntervals(double Width)
{
    // A whole width of steps. Its inverse rounded up takes no step to the next whole number: that is 1 / width away, at least 2^-31, and
    // the product is off by less than 2^-19 of it.
    private readonly bool isWhole = IsWhole(Width);
    private readonly double perStep = IsWhole(Width) ? Math.BitIncrement(1 / Width) : 1 / Width;

    /// <summary>1 / Width.</summary>
    internal double Inverse { get; } = 1 / Width;

    /// <summary>The last interval that starts at or before a step.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int IndexAt(int step)
    {
        int index = double.ConvertToIntegerNative<int>(step * perStep);
        if (isWhole)
        {
            return index;
        }

        // The rounded quotient is rarely wrong, and by 1 at most; predicted branches correct it.
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

    /// <summary>
    /// The start of an interval as an integer step and a rest, which is less than 1 and exact by the fused product.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal double StartOf(long index, out long origin)
    {
        origin = double.ConvertToIntegerNative<long>(index * Width);
        return Math.FusedMultiplyAdd(index, Width, -(double)origin);
    }

    /// <summary>The position at which an interval starts.</summary>
    internal double StartOf(double index) => index * Width;

    /// <summary>True for a whole number of steps that an int counts.</summary>
    internal static bool IsWhole(double width) => width <= int.MaxValue && double.IsInteger(width);
}
