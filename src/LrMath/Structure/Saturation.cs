using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>What grows beyond the largest double stays there: an infinity would turn into NaN at the next product with zero.</summary>
internal static class Saturation
{
    /// <summary>The value, at most <see cref="double.MaxValue"/> and at least its negative; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLane Saturated<TLane>(TLane value)
        where TLane : struct, ILane<TLane> =>
        TLane.NativeMax(TLane.Of(-double.MaxValue), TLane.NativeMin(TLane.Of(double.MaxValue), value));

    /// <inheritdoc cref="Saturated{TLane}"/>
    internal static double Saturated(double value) => Saturated(new Lane1(value)).Value;
}
