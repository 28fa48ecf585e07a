using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LrMath.Structure;

/// <summary>
/// <c>near + factor·(2^(rate·d) - 1)</c> at a distance d, or <c>near + factor·2^(rate·d)</c> where that is the smaller share. From an anchor
/// it is <c>2^(a + b) - 1 = (2^a - 1) + 2^a·(2^b - 1)</c>, whose terms have one sign: nothing cancels, and a range costs a product per value.
/// </summary>
internal readonly struct Approach(double near, double factor, DoubleDouble rate, double rest, bool isGrowth) : IAnchored<Approach.Reached>
{
    // So steep that a block leaves what a double can hold.
    private const double Steepest = 1;

    private readonly double near = near;
    private readonly double factor = factor;
    private readonly DoubleDouble rate = rate;
    private readonly double rest = rest;
    private readonly bool isGrowth = isGrowth;

    internal static bool IsFor(DoubleDouble rate) => Math.Abs(rate.High) <= Steepest;

    /// <summary>What leads from an anchor to so many offsets; there is room for a lane of eight more.</summary>
    internal void FillTable(Span<double> table, int count) => Ranges.Each(new Offsets(rate, isGrowth, table), count);

    /// <summary>The value at so many whole steps from the one next to the near end.</summary>
    internal double At(long distance, double[] table)
    {
        int offset = (int)distance & (Anchored.Block - 1);
        Lane1 one = Anchor(new Lane1(distance - offset + rest), out Lane1 other);
        return From(one.Value, other.Value).Of(new Lane1(table[offset]), default).Value;
    }

    public void Fill(long lowest, Span<double> first, Span<double> second, int count) => Ranges.Each(new Anchors(this, lowest, first, second), count);

    public Reached From(double first, double second) => new(first, second);

    /// <summary>The value at an anchor, or the limit, and how much of the table's number is added to it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TLane Anchor<TLane>(TLane distance, out TLane rise)
        where TLane : struct, ILane<TLane>
    {
        TLane share = Share(distance, rate, isGrowth);
        rise = (isGrowth ? share + TLane.Of(1) : share) * TLane.Of(factor);
        return isGrowth ? TLane.Fma(share, TLane.Of(factor), TLane.Of(near)) : TLane.Of(near);
    }

    /// <summary>2^(rate·distance), less 1 for a growth; what is below 2^-1000 stays there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Share<TLane>(TLane distance, DoubleDouble rate, bool isGrowth)
        where TLane : struct, ILane<TLane>
    {
        TLane factor = TLane.Of(rate.High);
        TLane product = distance * factor;
        TLane low = TLane.Fma(distance, TLane.Of(rate.Low), TLane.Fma(distance, factor, -product));
        return isGrowth ? Polynomials.Exp2Minus1(product, low) : Polynomials.Exp2(product, low);
    }

    internal readonly struct Reached(double start, double rise) : IFold
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Of<TLane>(TLane left, TLane right)
            where TLane : struct, ILane<TLane> => TLane.Fma(left, TLane.Of(rise), TLane.Of(start));
    }

    private readonly ref struct Anchors(Approach curve, long lowest, Span<double> first, Span<double> second) : IWork
    {
        private readonly ref double one = ref MemoryMarshal.GetReference(first);
        private readonly ref double other = ref MemoryMarshal.GetReference(second);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Do<TLane>(TLane numbers, nint index)
            where TLane : struct, ILane<TLane>
        {
            TLane distance = ((numbers + TLane.Of(lowest)) * TLane.Of(Anchored.Block)) + TLane.Of(curve.rest);
            curve.Anchor(distance, out TLane rise).Store(ref Unsafe.Add(ref one, index));
            rise.Store(ref Unsafe.Add(ref other, index));
        }
    }

    private readonly ref struct Offsets(DoubleDouble rate, bool isGrowth, Span<double> table) : IWork
    {
        private readonly ref double table = ref MemoryMarshal.GetReference(table);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Do<TLane>(TLane numbers, nint index)
            where TLane : struct, ILane<TLane> => Share(numbers, rate, isGrowth).Store(ref Unsafe.Add(ref table, index));
    }
}
