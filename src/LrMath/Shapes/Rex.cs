using System.Runtime.CompilerServices;
using LrMath.Structure;

namespace LrMath;

public static partial class Shapes
{
    /// <summary>
    /// A hyperbola that is slow at first and steep at the end: <c>start + (end - start)·p / (2 - p)</c>, so (1 - p) / (1 - p/2) on the way
    /// from 1 to 0. Its slope is half that of the straight line at the start, and twice that of the straight line at the end. Reflected
    /// exponential decay (Chen, Wolfe and Kyrillidis, REX, arXiv:2107.04197); pytorch_optimizer REXScheduler.
    /// </summary>
    /// <example><code>Shapes.Rex(1, 0, 0.5) // 0.66666666666666663</code></example>
    public static Shape Rex => RexCurve.Shape;
}

internal readonly record struct RexCurve : IShapeCurve
{
    /// <summary>The shape with this curve, made when it is first used.</summary>
    internal static readonly Shape Shape = new CurveShape<RexCurve>("Shapes.Rex", default).Evaluate;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector FromStart<TVector>(TVector q)
        where TVector : struct, IVector<TVector> => q / (2 - q);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector FromEnd<TVector>(TVector q)
        where TVector : struct, IVector<TVector> => (q + q) / (q + 1);

    public Scalar Evaluate(Scalar p, double fromEnd) => fromEnd == 0 ? FromStart(p) : FromEnd(p);
}
