using System.Runtime.CompilerServices;
using LrMath.Structure;

namespace LrMath;

public static partial class Shapes
{
    /// <summary>
    /// The second half of <see cref="Cosine"/>, steep at first and flat at the end: <c>start + (end - start)·sin(πp / 2)</c>. What remains
    /// of a cosine that is entered in its middle: OLMo's HalfCosWithWarmup, from (peak + end) / 2 to the end.
    /// </summary>
    /// <example><code>Shapes.HalfCosine(1, 0, 0.5) // 0.29289321881345248</code></example>
    public static Shape HalfCosine => HalfCosineCurve.Shape;
}

internal readonly record struct HalfCosineCurve : IShapeCurve
{
    /// <summary>The shape with this curve, made when it is first used.</summary>
    internal static readonly Shape Shape = new CurveShape<HalfCosineCurve>("Shapes.HalfCosine", default).Evaluate;

    /// <summary>Half of the change is done.</summary>
    public double Split => 1.0 / 3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector FromStart<TVector>(TVector q)
        where TVector : struct, IVector<TVector> => Polynomials.SineOfPi(q * 0.5);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector FromEnd<TVector>(TVector q)
        where TVector : struct, IVector<TVector>
    {
        TVector half = Polynomials.SineSquaredOfHalfPi(q * 0.5);
        return half + half;
    }

    public Scalar Evaluate(Scalar p, double fromEnd) => fromEnd == 0 ? FromStart(p) : FromEnd(p);
}
