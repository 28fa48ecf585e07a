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
            string.Create(CultureInfo.InvariantCulture, $"Shapes.Tanh({lower:R}, {upper:R})"),
            new(lower, upper)).Between;
    }
}

/// <summary>With tanh written as a logistic: (1 + tanh z) / 2 = 1 / (1 + e^-2z), which keeps its digits where it is small.</summary>
internal readonly record struct TanhWeight(double Lower, double Upper) : IWeight
{
    // 2/ln 2 as an unevaluated sum: e^-2z is 2 to the -z times it.
    private const double Rate = 2.8853900817779268;
    private const double RateLow = 4.0710547481862066e-17;

    public static bool StartsAtStart => false;

    /// <summary>Where the tangent is 0.</summary>
    public double Middle => Math.Clamp(Lower / (Lower - Upper), 0, 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Done<TLane>(TLane q)
        where TLane : struct, ILane<TLane> => Logistic(TLane.Fma(q, TLane.Of(Lower - Upper), TLane.Of(-Lower)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Left<TLane>(TLane q)
        where TLane : struct, ILane<TLane> => Logistic(TLane.Fma(q, TLane.Of(Lower - Upper), TLane.Of(Upper)));

    /// <summary>1 / (1 + e^2z); beyond ±340, where a double has long been 0 or 1, as at ±340.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Logistic<TLane>(TLane z)
        where TLane : struct, ILane<TLane>
    {
        TLane within = TLane.Max(TLane.Min(z, TLane.Of(340)), TLane.Of(-340));
        TLane factor = TLane.Of(Rate);
        TLane high = within * factor;
        TLane low = TLane.Fma(within, TLane.Of(RateLow), TLane.Fma(within, factor, TLane.Of(0) - high));
        TLane one = TLane.Of(1);
        return one / (one + Polynomials.Exp2(high, low));
    }
}
