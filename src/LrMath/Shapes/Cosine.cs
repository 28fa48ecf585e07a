using System.Runtime.CompilerServices;
using LrMath.Structure;

namespace LrMath;

public static partial class Shapes
{
    /// <summary>
    /// Half a cosine, flat at both ends: <c>end + (start - end)·(1 + cos πp) / 2</c>, computed as a squared sine from the nearer end.
    /// PyTorch's and optax's cosine annealing (Loshchilov and Hutter, SGDR, arXiv:1608.03983).
    /// </summary>
    public static Shape Cosine { get; } = new WeightShape<CosineWeight>("Shapes.Cosine", default).Between;
}

internal readonly record struct CosineWeight : IWeight
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Done<TLane>(TLane p)
        where TLane : struct, ILane<TLane> => Polynomials.SineSquaredOfHalfPi(p);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Left<TLane>(TLane q)
        where TLane : struct, ILane<TLane> => Polynomials.SineSquaredOfHalfPi(q);

    /// <summary>The same from both ends.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lane1 Either(Lane1 p, double isLeft) => Polynomials.SineSquaredOfHalfPi(p);
}
