using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>A value times a constant; what overflows stays at the largest double.</summary>
internal readonly record struct ScaledBy(double Factor) : IUnaryOperator
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Invoke<TVector>(TVector value)
        where TVector : struct, IVector<TVector> => Saturation.Saturated(value * TVector.Create(Factor));
}
