using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>Overflow gives the largest double instead of an infinity, which would become NaN in the next product with zero.</summary>
internal static class Saturation
{
    /// <summary>The value, at most <see cref="double.MaxValue"/> and at least its negative; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector Saturated<TVector>(TVector value)
        where TVector : struct, IVector<TVector> => TVector.MaxNative(-double.MaxValue, TVector.MinNative(double.MaxValue, value));

    /// <inheritdoc cref="Saturated{TVector}"/>
    internal static double Saturated(double value) => Saturated(new Scalar(value)).Value;
}
