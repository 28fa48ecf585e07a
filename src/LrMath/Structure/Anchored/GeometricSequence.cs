using System.Runtime.CompilerServices;
using static LrMath.Structure.Saturation;

namespace LrMath.Structure;

/// <summary>
/// start·2^(rate·(step - origin)). Each value is the product of an anchor, the value at a multiple of 256 steps, and one of 256 powers.
/// So no error grows with the step, and a range costs one multiplication per value. The rate has 105 bits, because the exponent of a small
/// number over a long segment needs more than 53.
/// </summary>
internal readonly struct GeometricSequence(double start, DoubleDouble rate, double origin)
{
    private const int Block = 256;

    // Up to this one, a factor of 2^exponent has all its digits.
    private const double LargestExponent = 1000;

    // No start is so small or so large that a factor of 2^±2200 leaves it within the range of the doubles.
    private const double Endless = 2200;

    private readonly double start = start;
    private readonly DoubleDouble rate = start == 0 ? default : rate; // Zero stays zero, however large its factor is.
    private readonly double origin = origin;

    /// <summary>True if a value may leave the range of the doubles within one block: then each step is computed directly.</summary>
    private readonly bool isSteep = start != 0 && (Math.Abs(rate.High) * Block) + Math.Abs(Math.ILogB(start)) > 1000;

    /// <summary>The sequence that leads from the start of a segment to its end.</summary>
    internal GeometricSequence(in Segment segment)
        : this(segment.Start, Rate(segment.Start, segment.End, segment.Length), segment.From) { }

    /// <summary>The rate that leads from <paramref name="start"/> to <paramref name="end"/> within <paramref name="length"/>.</summary>
    internal static DoubleDouble Rate(double start, double end, double length)
    {
        var logarithm = DoubleDouble.Log2OfQuotient(end, start);
        DoubleDouble rate = logarithm / new DoubleDouble(length, 0);
        return double.IsFinite(rate.High + rate.Low) ? rate : new(Math.CopySign(1e300, logarithm.High), 0);
    }

    /// <summary>start·2^(rate·steps); beyond the largest double it stays there, and below the smallest it is zero.</summary>
    /// <remarks>Not inlined, as some more below: with two such computations in one method, the compiler would reach its inlining
    /// budget.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static double Along(double start, DoubleDouble rate, double steps) => Bounded(Unbounded(start, rate, steps));

    /// <summary>The same, or an infinity where it would be the largest double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Unbounded(double start, DoubleDouble rate, double steps)
    {
        double estimate = rate.High * steps;
        return Math.Abs(estimate) <= LargestExponent ? start * Exp2(rate, new Scalar(steps), 0).Value : Steep(start, rate, steps, estimate);
    }

    /// <summary>The same with a factor that may leave the range of the doubles where the value does not.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double Steep(double start, DoubleDouble rate, double steps, double estimate)
    {
        if (start == 0 || Math.Abs(estimate) > Endless)
        {
            return start == 0 || estimate < 0 ? 0 : start * double.PositiveInfinity;
        }

        // The power of two of the factor is joined with that of the start.
        int power = (int)Math.Round(estimate);
        int ofStart = Math.ILogB(start);
        double mantissa = Math.ScaleB(start, -ofStart) * Exp2(rate, new Scalar(steps), -power).Value;
        return Math.ScaleB(mantissa, power + ofStart);
    }

    /// <summary>Within the range of the doubles; a negative zero becomes zero.</summary>
    private static double Bounded(double value) => Saturated(value) + 0.0;

    /// <summary>2^(rate·steps), 0 below the smallest number and the largest number above it.</summary>
    internal static double Exp2(DoubleDouble rate, double steps)
    {
        double estimate = rate.High * steps;
        if (estimate is < -1100 or > 1023)
        {
            return estimate < 0 ? 0 : double.MaxValue;
        }

        return estimate < -1000 ? Exp2(rate, new Scalar(steps), 512).Value * Math.ScaleB(1, -512) : Exp2(rate, new Scalar(steps), 0).Value;
    }

    /// <summary>The powers that lead from an anchor to the 256 steps from it on.</summary>
    internal double[] Powers()
    {
        double[] powers = new double[Block];
        FillPowers(powers);
        return powers;
    }

    /// <summary>The value at a step, from a table of the powers, or without one with the same bits.</summary>
    internal double At(int step, double[]? powers)
    {
        if (isSteep)
        {
            return Along(start, rate, step - origin);
        }

        int offset = step & (Block - 1);
        return Bounded(Anchor(step) * (powers is null ? Power(offset) : powers[offset]));
    }

    /// <summary>Writes the first values of a range, up to the next anchor.</summary>
    /// <returns>The number of values written.</returns>
    internal int FillRun(int first, Span<double> destination, ReadOnlySpan<double> powers)
    {
        int offset = first & (Block - 1);
        Span<double> run = destination[..Math.Min(Block - offset, destination.Length)];
        if (isSteep)
        {
            for (int i = 0; i < run.Length; i++)
            {
                run[i] = Along(start, rate, first + i - origin);
            }
        }
        else
        {
            VectorLoops.Map(new BoundedScale(Anchor(first)), powers.Slice(offset, run.Length), run);
        }

        return run.Length;
    }

    /// <summary>The values of a range that is not empty; the powers are computed for it if there is no table of them.</summary>
    internal void Fill(int first, Span<double> destination, double[]? powers)
    {
        Span<double> own = powers is null ? stackalloc double[Block] : powers;
        if (powers is null)
        {
            FillPowers(own);
        }

        int done = 0;
        while (done < destination.Length)
        {
            done += FillRun(first + done, destination[done..], own);
        }
    }

    private void FillPowers(Span<double> powers)
    {
        if (!isSteep)
        {
            VectorLoops.Fill(new Offsets(rate), 0, powers);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private double Power(int offset) => Exp2(rate, offset);

    private double Anchor(int step) => Unbounded(start, rate, (step & -Block) - origin);

    /// <summary>2^(rate·steps + more), for a sum between -1022 and 1023.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Exp2<TVector>(DoubleDouble rate, TVector steps, double more)
        where TVector : struct, IVector<TVector>
    {
        TVector product = Polynomials.Times(steps, rate, out TVector rest);
        TVector part = Polynomials.Exp2Parts(product + more, rest, out TVector scale);
        return (part * scale) + scale;
    }

    /// <summary>A product within the range of the doubles that is no negative zero.</summary>
    private readonly struct BoundedScale(double factor) : IUnaryOperator
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Invoke<TVector>(TVector value)
            where TVector : struct, IVector<TVector> => Saturated(value * factor) + 0;
    }

    /// <summary>The powers from an anchor to the steps from it on, all of them within the range of the doubles.</summary>
    private readonly struct Offsets(DoubleDouble rate) : IFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector At<TVector>(TVector step)
            where TVector : struct, IVector<TVector> => Exp2(rate, step, 0);
    }
}
