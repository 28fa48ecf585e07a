using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>A value times a constant; what overflows stays at the largest double.</summary>
internal readonly record struct Scaled(double Factor) : IMap
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Of<TLane>(TLane value)
        where TLane : struct, ILane<TLane> => Saturation.Saturated(value * TLane.Of(Factor));
}
