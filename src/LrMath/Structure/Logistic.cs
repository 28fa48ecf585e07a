using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>
/// <c>near + way / (1 + 2^(exponent + rate·d))</c> at a distance d. The power is geometric in the step: from an anchor it is one product, and a
/// range costs a division per value. Up to the middle of the tangent, where it is 1, it falls from a finite number: neither an anchor nor the table's
/// number can overflow, nor vanish.
/// </summary>
internal readonly struct Logistic(double near, double way, DoubleDouble exponent, DoubleDouble rate) : IAnchorFormula<Logistic.Reached>
{
    /// <summary>The power at an anchor; the second number is not used.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Anchor<TLane>(TLane distance, out TLane other)
        where TLane : struct, ILane<TLane>
    {
        other = TLane.Of(0);
        return Polynomials.Power(distance, rate, exponent);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Offset<TLane>(TLane steps)
        where TLane : struct, ILane<TLane> => Polynomials.Power(steps, rate);

    public Reached From(double first, double second) => new(near, way, first);

    internal readonly struct Reached(double near, double way, double power) : IFold
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Of<TLane>(TLane left, TLane right)
            where TLane : struct, ILane<TLane>
        {
            TLane one = TLane.Of(1);
            return TLane.Fma(one / TLane.Fma(left, TLane.Of(power), one), TLane.Of(way), TLane.Of(near));
        }
    }
}
