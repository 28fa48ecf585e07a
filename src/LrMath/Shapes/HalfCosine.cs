using System.Runtime.CompilerServices;
using LrMath.Structure;

namespace LrMath;

public static partial class Shapes
{
    /// <summary>
    /// The second half of <see cref="Cosine"/>, steep at first and flat at the end: <c>start + (end - start)·sin(πp / 2)</c>. What remains of a
    /// cosine that is entered in its middle: OLMo's HalfCosWithWarmup, from (peak + end) / 2 to the end.
    /// </summary>
    public static Shape HalfCosine { get; } = new WeightShape<HalfCosineWeight>("Shapes.HalfCosine", default).Between;
}

internal readonly record struct HalfCosineWeight : IWeight
{
    /// <summary>Half of the change is done.</summary>
    public double Middle => 1.0 / 3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Done<TLane>(TLane q)
        where TLane : struct, ILane<TLane> => Polynomials.SineOfPi(q * TLane.Of(0.5));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Left<TLane>(TLane q)
        where TLane : struct, ILane<TLane>
    {
        TLane half = Polynomials.SineSquaredOfHalfPi(q * TLane.Of(0.5));
        return half + half;
    }

    public Lane1 Either(Lane1 p, double isLeft) => isLeft == 0 ? Done(p) : Left(p);
}
