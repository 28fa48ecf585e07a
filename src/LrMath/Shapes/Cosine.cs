using System.Runtime.CompilerServices;
using LrMath.Structure;

namespace LrMath;

public static partial class Shapes
{
    /// <summary>
    /// Half a cosine, flat at both ends: <c>end + (start - end)·(1 + cos πp) / 2</c>, computed as a squared sine from the nearer end.
    /// PyTorch's and optax's cosine annealing (Loshchilov and Hutter, SGDR, arXiv:1608.03983).
    /// </summary>
    /// <example><code>Shapes.Cosine(1, 0, 0.5) // 0.5</code></example>
    public static Shape Cosine => CosineCurve.Shape;
}

internal readonly record struct CosineCurve : IShapeCurve
{
    /// <summary>The shape with this curve, made when it is first used.</summary>
    internal static readonly Shape Shape = new CurveShape<CosineCurve>("Shapes.Cosine", default).Evaluate;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector FromStart<TVector>(TVector p)
        where TVector : struct, IVector<TVector> => Polynomials.SineSquaredOfHalfPi(p);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector FromEnd<TVector>(TVector q)
        where TVector : struct, IVector<TVector> => Polynomials.SineSquaredOfHalfPi(q);

    /// <summary>The same from both ends.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Scalar Evaluate(Scalar p, double fromEnd) => Polynomials.SineSquaredOfHalfPi(p);
}
