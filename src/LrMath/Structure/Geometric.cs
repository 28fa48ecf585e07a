using System.Runtime.CompilerServices;
using static LrMath.Structure.Saturation;

namespace LrMath.Structure;

/// <summary>
/// start·2^(rate·(step - origin)). A step is reached from an anchor at a whole multiple of 256, by one product with one of 256 powers:
/// no error grows with the step, and a range costs a multiplication per value. The rate has 105 bits, because the exponent of a
/// small number times a long way needs more than 53.
/// </summary>
internal readonly struct Geometric(double start, DoubleDouble rate, double origin)
{
    internal const int Block = 256;
    private const int AnchorsAtOnce = 64;

    // No start is so small or so large that a factor of 2^±2200 leaves it within the range of the doubles.
    private const double Endless = 2200;

    private readonly double start = start;
    private readonly DoubleDouble rate = start == 0 ? default : rate; // Zero stays zero, however large its factor is.
    private readonly double origin = origin;

    /// <summary>So steep that the start or a value may leave the range of the doubles within one block: each step is computed by itself.</summary>
    private readonly bool isSteep = start != 0 && (Math.Abs(rate.High) * Block) + Math.Abs(Math.ILogB(start)) > 1000;

    /// <summary>The rate that leads from <paramref name="start"/> to <paramref name="end"/> within <paramref name="length"/>.</summary>
    internal static DoubleDouble Rate(double start, double end, double length)
    {
        DoubleDouble logarithm = DoubleDouble.Log2OfQuotient(end, start);
        DoubleDouble rate = logarithm / new DoubleDouble(length, 0);
        return double.IsFinite(rate.High + rate.Low) ? rate : new(Math.CopySign(1e300, logarithm.High), 0);
    }

    /// <summary>start·2^(rate·steps); beyond the largest double it stays there, and below the smallest it is zero.</summary>
    internal static double Along(double start, DoubleDouble rate, double steps)
    {
        double estimate = rate.High * steps;
        if (Math.Abs(estimate) <= 1000)
        {
            return Bounded(start * Exp2(rate, steps));
        }

        if (start == 0 || Math.Abs(estimate) > Endless)
        {
            return start == 0 || estimate < 0 ? 0 : Math.CopySign(double.MaxValue, start);
        }

        // The factor may leave the range of the doubles where the value does not: its power of two is joined with that of the start.
        int power = (int)Math.Round(estimate);
        int ofStart = Math.ILogB(start);
        double mantissa = Math.ScaleB(start, -ofStart) * Exp2(rate, new Lane1(steps), -power).Value;
        return Bounded(Math.ScaleB(mantissa, power + ofStart));
    }

    /// <summary>Within the range of the doubles; what has become a negative zero is zero.</summary>
    private static double Bounded(double value) => Saturated(value) + 0.0;

    /// <summary>The powers that lead from an anchor to the 256 steps after it, if any is asked.</summary>
    internal void Powers(Span<double> powers)
    {
        if (!isSteep)
        {
            Ranges.Fill(new Offsets(rate), 0, powers);
        }
    }

    /// <summary>The value at a step, with the powers computed before.</summary>
    internal double At(int step, ReadOnlySpan<double> powers) => isSteep
        ? Along(start, rate, step - origin)
        : Bounded(Anchor(step & -Block) * powers[step & (Block - 1)]);

    /// <summary>The same bits without a table.</summary>
    internal double At(int step) => isSteep
        ? Along(start, rate, step - origin)
        : Bounded(Anchor(step & -Block) * Exp2(rate, step & (Block - 1)));

    /// <summary>The values at <paramref name="first"/>, first + 1 …</summary>
    internal void Fill<T>(int first, Span<T> destination, ReadOnlySpan<double> powers)
        where T : struct => FoldInto(default(Alone), first, [], destination, powers);

    /// <summary>The values folded into others on their way; if there are no others, the fold does not look at them.</summary>
    internal void FoldInto<TFold, T>(TFold fold, int first, ReadOnlySpan<double> values, Span<T> destination, ReadOnlySpan<double> powers)
        where TFold : struct, IFold
        where T : struct
    {
        if (isSteep)
        {
            for (int i = 0; i < destination.Length; i++)
            {
                Lane1 other = values.IsEmpty ? default : new(values[i]);
                destination[i] = ScheduleNode.To<T>(fold.Of(other, new Lane1(Along(start, rate, first + i - origin))).Value);
            }

            return;
        }

        Span<double> anchors = stackalloc double[Math.Min(AnchorsAtOnce, (destination.Length / Block) + 2)];
        while (!destination.IsEmpty)
        {
            int block = first / Block;
            int count = Math.Min(((first + (destination.Length - 1)) / Block) - block + 1, anchors.Length);
            FillAnchors(block, anchors[..count]);
            foreach (double anchor in anchors[..count])
            {
                int within = first & (Block - 1);
                int length = Math.Min(Block - within, destination.Length);
                ReadOnlySpan<double> own = powers.Slice(within, length);
                Multiply(fold, anchor, values.IsEmpty ? own : values[..length], own, destination[..length]);
                values = values.IsEmpty ? values : values[length..];
                destination = destination[length..];
                first = destination.IsEmpty ? first : first + length;
            }
        }
    }

    /// <summary>2^(rate·steps), falling to zero below the smallest number and staying finite above the largest.</summary>
    internal static double Exp2(DoubleDouble rate, double steps)
    {
        double estimate = rate.High * steps;
        if (estimate is < -1100 or > 1023)
        {
            return estimate < 0 ? 0 : double.MaxValue;
        }

        return estimate < -1000
            ? Exp2(rate, new Lane1(steps), 512).Value * Math.ScaleB(1, -512)
            : Exp2(rate, new Lane1(steps), 0).Value;
    }

    /// <summary>2^(rate·steps + more), for a sum between -1000 and 1023.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Exp2<TLane>(DoubleDouble rate, TLane steps, double more)
        where TLane : struct, ILane<TLane>
    {
        TLane factor = TLane.Of(rate.High);
        TLane product = steps * factor;
        TLane error = TLane.Fma(steps, factor, -product) + (steps * TLane.Of(rate.Low));
        TLane sum = product + error;
        return Polynomials.Exp2(sum + TLane.Of(more), error - (sum - product));
    }

    private double Anchor(int step) => Along(start, rate, step - origin);

    private static void Multiply<TFold, T>(
        TFold fold, double anchor, ReadOnlySpan<double> values, ReadOnlySpan<double> powers, Span<T> destination)
        where TFold : struct, IFold
        where T : struct
    {
        // The powers rise or fall all the way: one of the ends is the largest, the other one the smallest.
        if (double.IsFinite(anchor * Math.Max(powers[0], powers[^1])) && (anchor == 0 || anchor * Math.Min(powers[0], powers[^1]) != 0))
        {
            Ranges.Fold(new Mapped<TFold, Times>(fold, new(anchor)), values, powers, destination);
        }
        else
        {
            Ranges.Fold(new Mapped<TFold, BoundedTimes>(fold, new(anchor)), values, powers, destination);
        }
    }

    private void FillAnchors(int block, Span<double> anchors)
    {
        double last = block + (anchors.Length - 1.0);
        if (Math.Abs(rate.High * ((block * (double)Block) - origin)) < 1000 && Math.Abs(rate.High * ((last * Block) - origin)) < 1000)
        {
            Ranges.Fill(new Anchors(start, rate, origin), block, anchors);
            return;
        }

        for (int i = 0; i < anchors.Length; i++)
        {
            anchors[i] = Anchor((block + i) * Block);
        }
    }

    /// <summary>The value at the beginning of a block, where it is reached in one factor.</summary>
    private readonly struct Anchors(double start, DoubleDouble rate, double origin) : IFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane At<TLane>(TLane block)
            where TLane : struct, ILane<TLane> =>
            Saturated(TLane.Of(start) * Exp2(rate, (block * TLane.Of(Block)) - TLane.Of(origin), 0)) + TLane.Of(0);
    }

    /// <summary>What leads from an anchor to the steps after it, where none of them is out of reach.</summary>
    private readonly struct Offsets(DoubleDouble rate) : IFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane At<TLane>(TLane step)
            where TLane : struct, ILane<TLane> => Exp2(rate, step, 0);
    }

    /// <summary>A product that stays within the range of the doubles, and is no negative zero.</summary>
    private readonly struct BoundedTimes(double factor) : IMap
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Of<TLane>(TLane value)
            where TLane : struct, ILane<TLane> => Saturated(value * TLane.Of(factor)) + TLane.Of(0);
    }

    /// <summary>A product that cannot leave the range of the doubles.</summary>
    private readonly struct Times(double factor) : IMap
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Of<TLane>(TLane value)
            where TLane : struct, ILane<TLane> => value * TLane.Of(factor);
    }

    /// <summary>What is folded in, and nothing else.</summary>
    private readonly struct Alone : IFold
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Of<TLane>(TLane left, TLane right)
            where TLane : struct, ILane<TLane> => right;
    }

    /// <summary>A fold of the image of its right side.</summary>
    private readonly struct Mapped<TFold, TMap>(TFold fold, TMap map) : IFold
        where TFold : struct, IFold
        where TMap : struct, IMap
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Of<TLane>(TLane left, TLane right)
            where TLane : struct, ILane<TLane> => fold.Of(left, map.Of(right));
    }
}
