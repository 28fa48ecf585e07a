using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>
/// <c>near + factor·(2^(rate·d) - 1)</c> at a distance d, or <c>near + factor·2^(rate·d)</c> where that is the smaller share. From an anchor
/// it is <c>2^(a + b) - 1 = (2^a - 1) + 2^a·(2^b - 1)</c>, whose terms have one sign: nothing cancels, and a range costs a product per value.
/// </summary>
internal readonly struct Approach(double near, double factor, DoubleDouble rate, double rest, bool isGrowth) : IAnchorFormula<Approach.Reached>
{
    // So steep that a block leaves what a double can hold.
    private const double Steepest = 1;

    internal static bool IsFor(DoubleDouble rate) => Math.Abs(rate.High) <= Steepest;

    /// <summary>The value at an anchor, or the limit, and how much of the table's number is added to it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Anchor<TLane>(TLane distance, out TLane other)
        where TLane : struct, ILane<TLane>
    {
        TLane share = Offset(distance + TLane.Of(rest));
        other = (isGrowth ? share + TLane.Of(1) : share) * TLane.Of(factor);
        return isGrowth ? TLane.Fma(share, TLane.Of(factor), TLane.Of(near)) : TLane.Of(near);
    }

    /// <summary>2^(rate·steps), less 1 for a growth; what is below 2^-1000 stays there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Offset<TLane>(TLane steps)
        where TLane : struct, ILane<TLane> => isGrowth ? Polynomials.PowerMinus1(steps, rate) : Polynomials.Power(steps, rate);

    public Reached From(double first, double second) => new(first, second);

    internal readonly struct Reached(double start, double rise) : IFold
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Of<TLane>(TLane left, TLane right)
            where TLane : struct, ILane<TLane> => TLane.Fma(left, TLane.Of(rise), TLane.Of(start));
    }
}
