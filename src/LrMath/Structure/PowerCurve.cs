using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LrMath.Structure;

/// <summary>
/// <c>foot + (topValue - foot)·(x / top)^exponent</c> for a number x that moves evenly with the step. Each octave of x has sixteen anchors c with
/// their values; from the nearest one it is <c>c^e·(1 + r)^e</c> with r = x/c - 1, at most 1/32, and that power is a
/// short series. Next to the top the anchor is the top itself, so that nothing cancels there and its value is the caller's own number.
/// No logarithm is asked: an octave is one loop, and a step costs a look into a table.
/// </summary>
internal readonly struct PowerCurve
{
    private const double Reach = 1.0 / 32;

    private readonly SmallPower power;
    private readonly double top;
    private readonly double slope;
    private readonly double offset;
    private readonly double topAt;
    private readonly double topValue;
    private readonly double foot;
    private readonly double inverseTop;
    private readonly double reach;

    /// <summary>What an octave's table is made of, for a curve that keeps none.</summary>
    private readonly PowerShares? shares;

    /// <summary>A table for each octave, from the lowest on; or none.</summary>
    private readonly double[][] octaves;
    private readonly int lowest;

    /// <param name="shares">What the power is worth for ways of this top.</param>
    /// <param name="slope">How x moves with a step: 1 or -1.</param>
    /// <param name="offset">The x of step 0, which itself need not be asked.</param>
    /// <param name="topAt">The position of the top: what is near it is counted from there, so that no rounding of x or of the top is left of it.</param>
    /// <param name="topValue">The value at the top.</param>
    /// <param name="foot">The value where the power is 0.</param>
    internal PowerCurve(PowerShares shares, double slope, double offset, double topAt, double topValue, double foot)
    {
        this.shares = shares;
        power = shares.Power;
        top = shares.Top;
        this.slope = slope;
        this.offset = offset;
        this.topAt = topAt;
        this.topValue = topValue;
        this.foot = foot;
        inverseTop = slope / top;
        reach = top * Reach;
        octaves = [];
    }

    private PowerCurve(in PowerCurve bare, double least, double greatest)
    {
        this = bare;
        lowest = PowerShares.OctaveOf(least);
        octaves = new double[PowerShares.OctaveOf(greatest) - lowest + 1][];
        for (int i = 0; i < octaves.Length; i++)
        {
            octaves[i] = new double[PowerShares.TableLength];
            bare.shares!.FillTable(lowest + i, topValue, foot, octaves[i]);
        }

        shares = null;
    }

    /// <summary>The curve with its tables, for x between two numbers above 0: the same bits sooner.</summary>
    internal PowerCurve WithTables(double least, double greatest) => new(this, least, greatest);

    /// <summary>The value at a step.</summary>
    internal double At(int step)
    {
        if (IsNear(step))
        {
            return FromTop(new Lane1(step), new(topAt), new(inverseTop), new(topValue - foot), new(topValue), power.Growth).Value;
        }

        Lane1 x = new(XAt(step));
        if (shares is null)
        {
            return FromTable(x, ref MemoryMarshal.GetArrayDataReference(octaves[PowerShares.OctaveOf(x.Value) - lowest]), power.Growth).Value;
        }

        (double inverse, double way, double value) = shares.AnchorOf(x.Value, topValue, foot);
        return FromAnchor(x, new(inverse), new(way), new(value), power.Growth).Value;
    }

    /// <summary>The values at <paramref name="first"/>, first + 1 …</summary>
    internal void Fill<T>(int first, Span<T> destination)
        where T : struct
    {
        Span<double> own = shares is not null ? stackalloc double[PowerShares.TableLength] : default;
        while (!destination.IsEmpty)
        {
            int length = Together(first, destination.Length);
            int octave = PowerShares.OctaveOf(XAt(first));
            if (IsNear(first))
            {
                Ranges.FillWide(new NearTop(this), first, destination[..length]);
            }
            else if (shares is not null)
            {
                shares.FillTable(octave, topValue, foot, own);
                Ranges.FillWide(new InOctave(this, own), first, destination[..length]);
            }
            else
            {
                Ranges.FillWide(new InOctave(this, octaves[octave - lowest]), first, destination[..length]);
            }

            destination = destination[length..];
            first = destination.IsEmpty ? first : first + length;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane FromTable<TLane>(TLane x, ref double table, in Growth<TLane> growth)
        where TLane : struct, ILane<TLane>
    {
        TLane sixteenth = TLane.Sixteenth(x);
        return FromAnchor(
            x,
            TLane.Entry(sixteenth, in table),
            TLane.Entry(sixteenth, in Unsafe.Add(ref table, PowerShares.Anchors)),
            TLane.Entry(sixteenth, in Unsafe.Add(ref table, 2 * PowerShares.Anchors)),
            growth);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane FromAnchor<TLane>(TLane x, TLane inverse, TLane way, TLane value, in Growth<TLane> growth)
        where TLane : struct, ILane<TLane> =>
        TLane.Fma(growth.Of(TLane.Fma(TLane.Significand(x), inverse, TLane.Of(-1))), way, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane FromTop<TLane>(TLane step, TLane topAt, TLane inverse, TLane way, TLane value, in Growth<TLane> growth)
        where TLane : struct, ILane<TLane> =>
        TLane.Fma(growth.Of((step - topAt) * inverse), way, value);

    private bool IsNear(int step) => Math.Abs(step - topAt) <= reach;

    private double XAt(int step) => Math.FusedMultiplyAdd(step, slope, offset);

    /// <summary>How many of the steps from <paramref name="first"/> on are reached from the top like it, or lie in its octave.</summary>
    private int Together(int first, int length)
    {
        if (IsLike(first, first + (length - 1)))
        {
            return length;
        }

        // It ends where the straight line says, but for the rounding of a position far from zero: then it is searched for.
        double x = XAt(first);
        double end = IsNear(first) ? top + (slope * reach) : Math.ScaleB(1, PowerShares.OctaveOf(x) - (int)Lane1.ExponentBias + (slope > 0 ? 1 : 0));
        end = !IsNear(first) && slope > 0 && x < top ? Math.Min(end, top - reach) : end;
        int guess = (int)Math.Clamp(Math.Ceiling((end - x) * slope), 1, length - 1);
        int low = IsLike(first, first + (guess - 1)) ? guess : 1;
        int high = IsLike(first, first + guess) ? length - 1 : guess;
        low = IsLike(first, first + guess) ? guess + 1 : low;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = IsLike(first, first + middle) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Whether a step is reached from the top like another one, or lies in its octave.</summary>
    private bool IsLike(int first, int step) => IsNear(step)
        ? IsNear(first)
        : !IsNear(first) && PowerShares.OctaveOf(XAt(step)) == PowerShares.OctaveOf(XAt(first));

    private readonly ref struct InOctave(in PowerCurve curve, ReadOnlySpan<double> table) : IWideFormula
    {
        internal readonly double Slope = curve.slope;
        internal readonly double Offset = curve.offset;
        internal readonly SmallPower Power = curve.power;
        internal readonly ref double Table = ref MemoryMarshal.GetReference(table);

        public void Fill<TLane, T>(int first, Span<T> destination)
            where TLane : struct, ILane<TLane>
            where T : struct => Ranges.Pairs<InOctave, InOctave<TLane>, TLane, T>(this, first, destination);
    }

    [method: MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly ref struct InOctave<TLane>(InOctave formula) : IKernel<InOctave<TLane>, InOctave, TLane>
        where TLane : struct, ILane<TLane>
    {
        private readonly TLane slope = TLane.Of(formula.Slope);
        private readonly TLane offset = TLane.Of(formula.Offset);
        private readonly Growth<TLane> growth = new(formula.Power.Growth);
        private readonly ref double table = ref formula.Table;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static InOctave<TLane> Of(InOctave formula) => new(formula);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane At(TLane step) => FromTable(TLane.Fma(step, slope, offset), ref table, growth);
    }

    private readonly struct NearTop(in PowerCurve curve) : IWideFormula
    {
        internal readonly PowerCurve Curve = curve;

        public void Fill<TLane, T>(int first, Span<T> destination)
            where TLane : struct, ILane<TLane>
            where T : struct => Ranges.Pairs<NearTop, NearTop<TLane>, TLane, T>(this, first, destination);
    }

    [method: MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly struct NearTop<TLane>(NearTop formula) : IKernel<NearTop<TLane>, NearTop, TLane>
        where TLane : struct, ILane<TLane>
    {
        private readonly TLane topAt = TLane.Of(formula.Curve.topAt);
        private readonly TLane inverse = TLane.Of(formula.Curve.inverseTop);
        private readonly TLane way = TLane.Of(formula.Curve.topValue - formula.Curve.foot);
        private readonly TLane value = TLane.Of(formula.Curve.topValue);
        private readonly Growth<TLane> growth = new(formula.Curve.power.Growth);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static NearTop<TLane> Of(NearTop formula) => new(formula);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane At(TLane step) => FromTop(step, topAt, inverse, way, value, growth);
    }
}
