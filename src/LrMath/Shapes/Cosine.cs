using System.Runtime.CompilerServices;
using LrMath.Structure;

namespace LrMath;

public static partial class Shapes
{
    /// <summary>
    /// Half a cosine, flat at both ends: <c>end + (start - end)·(1 + cos πp) / 2</c>, computed as a squared sine from the nearer end.
    /// PyTorch's and optax's cosine annealing (Loshchilov and Hutter, SGDR, arXiv:1608.03983).
    /// </summary>
    public static Shape Cosine { get; } = new ArcShape<CosineWeight>("Shapes.Cosine").Between;
}

internal readonly record struct CosineWeight : IArc
{
    public static double Turn => 1;

    public static bool IsSteep => false;

    public double Middle => 0.5;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Done<TLane>(TLane q)
        where TLane : struct, ILane<TLane> => Polynomials.SineSquaredOfHalfPi(q);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Left<TLane>(TLane q)
        where TLane : struct, ILane<TLane> => Polynomials.SineSquaredOfHalfPi(q);
}
