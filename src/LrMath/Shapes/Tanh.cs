using System.Globalization;
using System.Runtime.CompilerServices;
using LrMath.Structure;

namespace LrMath;

public static partial class Shapes
{
    /// <summary>
    /// A piece of the hyperbolic tangent: <c>end + (start - end)·(1 - tanh(lower + (upper - lower)·p)) / 2</c>. It comes near its ends but
    /// does not hit them: the first value is a share of (1 + tanh lower) / 2 off the start, the last one before the end (1 - tanh upper) / 2 off it.
    /// What is held after the last step is the end itself. timm's TanhLRScheduler (lb, ub); Hsueh et al., arXiv:1806.01593.
    /// </summary>
    /// <param name="lower">Where on the tangent the way begins, dimensionless, finite; timm's standard is -7.</param>
    /// <param name="upper">Where it stops, dimensionless, above <paramref name="lower"/>; timm's standard is 3.</param>
    /// <exception cref="ArgumentOutOfRangeException">A bound is not finite, or <paramref name="upper"/> is not above <paramref name="lower"/>.</exception>
    public static Shape Tanh(double lower, double upper)
    {
        lower = Guard.Finite(lower);
        upper = Guard.Finite(upper);
        Guard.Span(lower, upper, nameof(upper));
        if (upper <= lower)
        {
            throw Guard.Illegal(nameof(upper), upper, string.Create(CultureInfo.InvariantCulture, $"above the lower bound, {lower:R}"));
        }

        return new WeightShape<TanhWeight>(
            $"Shapes.Tanh({Numbers.Text(lower)}, {Numbers.Text(upper)})",
            new(lower, upper)).Between;
    }
}

/// <summary>With tanh written as a logistic: (1 + tanh z) / 2 = 1 / (1 + e^-2z), which keeps its digits where it is small.</summary>
internal readonly record struct TanhWeight(double Lower, double Upper) : IWeight
{
    // 2/ln 2 as an unevaluated sum: e^-2z is 2 to the -z times it.
    private const double Rate = 2.8853900817779268;
    private const double RateLow = 4.0710547481862066e-17;

    // Beyond it, where a double has long been 0 or 1, it is as at it.
    private const double Furthest = 340;

    public static bool StartsAtStart => false;

    /// <summary>Where the tangent is 0.</summary>
    public double Middle => Math.Clamp(Lower / (Lower - Upper), 0, 1);

    public ScheduleNode? Node(in Segment segment, bool isReversed)
    {
        if (isReversed || Math.Max(Math.Abs(Lower), Math.Abs(Upper)) > Furthest)
        {
            return null;
        }

        DoubleDouble perStep = (new DoubleDouble(Lower, 0) + new DoubleDouble(-Upper, 0)) * new DoubleDouble(Rate, RateLow) / new DoubleDouble(segment.Length, 0);
        (double start, double end, double way) = (segment.Start, segment.End, segment.End - segment.Start);
        (DoubleDouble first, DoubleDouble last) = (Exponent(-Lower), Exponent(Upper));
        return AnchoredHalves.On<Logistic, Logistic.Reached>(
            segment,
            Middle,
            StartsAtStart,
            rest => new(start, way, After(first, rest), perStep),
            rest => new(end, -way, After(last, rest), perStep));

        // Where nothing is added it stays as it is: the first value is the one that the shape itself has there.
        DoubleDouble After(DoubleDouble exponent, double rest) => rest == 0 ? exponent : exponent + (perStep * rest);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Done<TLane>(TLane q)
        where TLane : struct, ILane<TLane> => Share(TLane.Fma(q, TLane.Of(Lower - Upper), TLane.Of(-Lower)));

    /// <summary>Not by the difference of the bounds: of a lower one next to an upper one of any size nothing would be left in it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Left<TLane>(TLane q)
        where TLane : struct, ILane<TLane> => Share(TLane.Fma(q, TLane.Of(Lower), TLane.Fma(-q, TLane.Of(Upper), TLane.Of(Upper))));

    /// <summary>1 / (1 + e^2z).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Share<TLane>(TLane z)
        where TLane : struct, ILane<TLane>
    {
        TLane high = Exponent(TLane.Max(TLane.Min(z, TLane.Of(Furthest)), TLane.Of(-Furthest)), out TLane low);
        TLane one = TLane.Of(1);
        return one / (one + Polynomials.Exp2(high, low));
    }

    /// <summary>The exponent of 2 that gives e^2z.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Exponent<TLane>(TLane z, out TLane low)
        where TLane : struct, ILane<TLane>
    {
        TLane factor = TLane.Of(Rate);
        TLane high = z * factor;
        low = TLane.Fma(z, TLane.Of(RateLow), TLane.Fma(z, factor, TLane.Of(0) - high));
        return high;
    }

    private static DoubleDouble Exponent(double z) => new(Exponent(new Lane1(z), out Lane1 low).Value, low.Value);
}
