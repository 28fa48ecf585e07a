using System.Globalization;
using System.Runtime.CompilerServices;
using LrMath.Structure;

namespace LrMath;

public static partial class Shapes
{
    /// <summary>
    /// A piece of the hyperbolic tangent: <c>end + (start - end)·(1 - tanh(lower + (upper - lower)·p)) / 2</c>. It comes near its ends but
    /// does not hit them: the first value is a share of (1 + tanh lower) / 2 off the start; towards the end the share that remains falls to
    /// (1 - tanh upper) / 2. What is held after the last step is the end itself. timm's TanhLRScheduler (lb, ub); Hsueh et al.,
    /// arXiv:1806.01593.
    /// </summary>
    /// <param name="lower">Where on the tangent the way begins, dimensionless, from -1e17 to 1e17; timm's standard is -7.</param>
    /// <param name="upper">Where it stops, dimensionless, above <paramref name="lower"/>, at most 1e17; timm's standard is 3.</param>
    /// <exception cref="ArgumentOutOfRangeException">A bound is beyond 1e17, or <paramref name="upper"/> is not above
    /// <paramref name="lower"/>.</exception>
    /// <example><code>Shapes.Tanh(-3, 3)(1, 0, 0.5) // 0.5</code></example>
    public static Shape Tanh(double lower, double upper) => TanhOf(lower, upper);

    /// <summary>The same for a preset, whose bounds have names of their own.</summary>
    internal static Shape TanhOf(double lower, double upper, string lowerName = "lower", string upperName = "upper")
    {
        lower = Bound(lower, lowerName);
        upper = Bound(upper, upperName);
        if (upper <= lower)
        {
            throw Guard.Illegal(upperName, upper, string.Create(CultureInfo.InvariantCulture, $"above {lowerName}, {lower:R}"));
        }

        return new PerStepShape<TanhCurve>($"Shapes.Tanh({Numbers.Text(lower)}, {Numbers.Text(upper)})", new(lower, upper)).Evaluate;
    }

    private const double FarthestBound = 1e17;

    // With a bound farther out, the distance of both (105 bits) would have too few digits left for the nearer one.
    private static double Bound(double bound, string name) =>
        Math.Abs(bound) <= FarthestBound
            ? bound + 0.0
            : throw Guard.Illegal(name, bound, "a number from -1E+17 to 1E+17: with one farther out the way is a jump, as that of Hold is");
}

/// <summary>
/// With tanh written as a logistic: (1 + tanh z) / 2 = 1 / (1 + e^-2z), which keeps its digits where it is small. The exponent, in powers
/// of 2, falls from a positive number to 0 where the tangent is 0, from each end.
/// </summary>
internal readonly record struct TanhCurve : IPerStepCurve<TanhCurve>
{
    // A larger exponent counts as this one.
    private const double LargestExponent = 1000;

    private readonly DoubleDouble atStart;
    private readonly DoubleDouble atEnd;

    internal TanhCurve(double lower, double upper)
    {
        DoubleDouble low = new(lower, 0);
        DoubleDouble high = new(upper, 0);
        Split = Math.Clamp(lower / (lower - upper), 0, 1);
        atStart = low * -1 * DoubleDouble.TwoOverLn2;
        atEnd = high * DoubleDouble.TwoOverLn2;
        Rate = (low + (high * -1)) * DoubleDouble.TwoOverLn2;
    }

    public static bool StartsAtStart => false;

    /// <summary>The tangent is 0.</summary>
    public double Split { get; }

    private DoubleDouble Rate { get; init; }

    public TanhCurve Over(double length) => this with { Rate = Rate / new DoubleDouble(length, 0) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector FromStart<TVector>(TVector p)
        where TVector : struct, IVector<TVector> => Share(p, atStart);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector FromEnd<TVector>(TVector q)
        where TVector : struct, IVector<TVector> => Share(q, atEnd);

    public Scalar Evaluate(Scalar p, double fromEnd) => Share(p, fromEnd == 0 ? atStart : atEnd);

    /// <summary>1 / (1 + 2^(exponent + rate·x)); the sum has the sign of the exponent, which is the larger of the two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TVector Share<TVector>(TVector x, DoubleDouble exponent)
        where TVector : struct, IVector<TVector>
    {
        TVector product = Polynomials.Times(x, Rate, out TVector low);
        TVector sum = product + exponent.High;
        TVector rest = ((exponent.High - sum) + product) + (low + exponent.Low);

        // Where the bounds are far apart the two parts cancel, and the rest may be larger than the sum. The two are added and split again,
        // so that the rest is the smaller one.
        TVector total = sum + rest;
        rest = (sum - total) + rest;

        // Beyond the largest exponent the rest has no meaning: it would let the value turn back.
        TVector isBelow = TVector.MinNative(1, TVector.MaxNative(0, LargestExponent - total) * (1L << 60));
        TVector bounded = TVector.MinNative(LargestExponent, total);
        TVector power = Polynomials.Exp2(bounded, TVector.MaxNative(-1, TVector.MinNative(1, rest)) * isBelow);
        return 1 / (power + 1);
    }
}
