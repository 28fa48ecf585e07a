using System.Runtime.CompilerServices;
using LrMath.Structure;

namespace LrMath;

public static partial class Shapes
{
    /// <summary>
    /// A hyperbola that saves its fall for the end: <c>start + (end - start)·p / (2 - p)</c>, so (1 - p) / (1 - p/2) on the way from 1 to 0.
    /// It leaves at half the slope of a straight line and arrives at twice that slope. Reflected exponential decay (Chen, Wolfe and
    /// Kyrillidis, REX, arXiv:2107.04197); pytorch_optimizer REXScheduler.
    /// </summary>
    public static Shape Rex { get; } = new WeightShape<RexWeight>("Shapes.Rex", default).Between;
}

internal readonly record struct RexWeight : IWeight
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Done<TLane>(TLane q)
        where TLane : struct, ILane<TLane> => q / (TLane.Of(2) - q);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Left<TLane>(TLane q)
        where TLane : struct, ILane<TLane> => (q + q) / (TLane.Of(1) + q);

    public Lane1 Either(Lane1 p, double isLeft) => isLeft == 0 ? Done(p) : Left(p);
}
