using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>What is reached from an anchor of a <see cref="CosineHalf{TArc}"/>, from the two entries of an offset in its table.</summary>
internal readonly struct CosineReached(double height, double rise, double bend) : IFold
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Of<TLane>(TLane left, TLane right)
        where TLane : struct, ILane<TLane> =>
        TLane.Fma(left, TLane.Of(rise), TLane.Fma(right, TLane.Of(bend), TLane.Of(height)));
}
