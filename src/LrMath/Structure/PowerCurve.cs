using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LrMath.Structure;

/// <summary>
/// <c>foot + (topValue - foot)·(x / top)^exponent</c> for a number x that moves evenly with the step. Each octave of x has sixteen anchors c with
/// their values; from the nearest one it is <c>c^e·(1 + r)^e</c> with r = x/c - 1, at most 1/32, and that power is a quotient of
/// two short polynomials. Next to the top the anchor is the top itself, so that nothing cancels there and its value is the caller's own number.
/// No logarithm is asked: an octave is one loop, and a step costs a look into a table.
/// </summary>
internal readonly struct PowerCurve
{
    private const int Anchors = 16;
    private const double Reach = 1.0 / 32;

    /// <summary>1/c for the middle of each sixteenth of [1, 2).</summary>
    private static readonly double[] Inverses = [.. Enumerable.Range(0, Anchors).Select(i => 1 / (1 + ((i + 0.5) / Anchors)))];

    /// <summary>log2 c, which is that of the rounded inverse.</summary>
    private static readonly DoubleDouble[] Logarithms = Array.ConvertAll(Inverses, inverse => DoubleDouble.Log2(DoubleDouble.Quotient(1, inverse)));

    private readonly SmallPower power;
    private readonly double slope;
    private readonly double offset;
    private readonly double top;
    private readonly double topValue;
    private readonly double foot;
    private readonly double inverseTop;
    private readonly double reach;

    /// <summary>A table for each octave, from the lowest on; or none.</summary>
    private readonly double[][] octaves;
    private readonly int lowest;

    /// <param name="power">The power.</param>
    /// <param name="slope">How much x grows with a step.</param>
    /// <param name="offset">The x of step 0, which itself need not be asked.</param>
    /// <param name="top">The x whose value is <paramref name="topValue"/>.</param>
    /// <param name="topValue">The value there.</param>
    /// <param name="foot">The value where the power is 0.</param>
    internal PowerCurve(SmallPower power, double slope, double offset, double top, double topValue, double foot)
    {
        this.power = power;
        this.slope = slope;
        this.offset = offset;
        this.top = top;
        this.topValue = topValue;
        this.foot = foot;
        inverseTop = 1 / top;
        reach = ReachOf(top);
        octaves = [];
    }

    private PowerCurve(in PowerCurve bare, double least, double greatest)
    {
        this = bare;
        lowest = Octave(least);
        octaves = new double[Octave(greatest) - lowest + 1][];
        for (int i = 0; i < octaves.Length; i++)
        {
            octaves[i] = new double[3 * Anchors];
            FillTable(lowest + i, octaves[i]);
        }
    }

    /// <summary>The curve with its tables, for x between two numbers above 0: the same bits sooner.</summary>
    internal PowerCurve WithTables(double least, double greatest) => new(this, least, greatest);

    /// <summary>The value at an x, with the bits of a curve that has its tables.</summary>
    internal static double At(SmallPower power, double x, double top, double topValue, double foot)
    {
        if (Math.Abs(x - top) <= ReachOf(top))
        {
            return FromTop(new Lane1(x), new(top), new(1 / top), new(topValue - foot), new(topValue), power.Growth).Value;
        }

        int sixteenth = (int)(BitConverter.DoubleToInt64Bits(x) >> Lane1.SixteenthBits) & (Anchors - 1);
        double way = WayAt(power.Exponent, Octave(x), sixteenth, top, topValue, foot, out double value);
        return FromAnchor(new Lane1(x), new(Inverses[sixteenth]), new(way), new(value), power.Growth).Value;
    }

    /// <summary>The value at a step, for a curve with tables.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal double At(int step)
    {
        Lane1 x = new(XAt(step));
        return IsNear(x.Value)
            ? FromTop(x, new(top), new(inverseTop), new(topValue - foot), new(topValue), power.Growth).Value
            : FromTable(x, ref MemoryMarshal.GetArrayDataReference(octaves[Octave(x.Value) - lowest]), power.Growth).Value;
    }

    /// <summary>The values at <paramref name="first"/>, first + 1 …</summary>
    internal void Fill<T>(int first, Span<T> destination)
        where T : struct
    {
        Span<double> own = octaves.Length == 0 ? stackalloc double[3 * Anchors] : default;
        while (!destination.IsEmpty)
        {
            double x = XAt(first);
            int length = Together(first, destination.Length);
            if (IsNear(x))
            {
                Ranges.FillWide(new NearTop(this), first, destination[..length]);
            }
            else if (octaves.Length == 0)
            {
                FillTable(Octave(x), own);
                Ranges.FillWide(new InOctave(this, own), first, destination[..length]);
            }
            else
            {
                Ranges.FillWide(new InOctave(this, octaves[Octave(x) - lowest]), first, destination[..length]);
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
            TLane.Entry(sixteenth, in Unsafe.Add(ref table, Anchors)),
            TLane.Entry(sixteenth, in Unsafe.Add(ref table, 2 * Anchors)),
            growth);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane FromAnchor<TLane>(TLane x, TLane inverse, TLane way, TLane value, in Growth<TLane> growth)
        where TLane : struct, ILane<TLane> =>
        TLane.Fma(growth.Of(TLane.Fma(TLane.Significand(x), inverse, TLane.Of(-1))), way, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane FromTop<TLane>(TLane x, TLane top, TLane inverse, TLane way, TLane value, in Growth<TLane> growth)
        where TLane : struct, ILane<TLane> =>
        TLane.Fma(growth.Of((x - top) * inverse), way, value);

    /// <summary>How far from the foot an anchor's value is, and that value, counted from the nearer one of foot and top.</summary>
    private static double WayAt(double exponent, int octave, int sixteenth, double top, double topValue, double foot, out double value)
    {
        Lane1 high = Polynomials.Log2(new Lane1(top), out Lane1 low);
        DoubleDouble octaves = new DoubleDouble(octave - Lane1.ExponentBias, 0) + new DoubleDouble(-high.Value, -low.Value);
        DoubleDouble power = (octaves + Logarithms[sixteenth]) * exponent;
        double way = topValue - foot;
        if (power.High > -1)
        {
            double lost = -Polynomials.Exp2Minus1(new Lane1(power.High), new Lane1(power.Low)).Value;
            value = topValue - (way * lost);
            return way * (1 - lost);
        }

        way *= Geometric.Exp2(power, 1);
        value = foot + way;
        return way;
    }

    private static int Octave(double x) => (int)(BitConverter.DoubleToInt64Bits(x) >> Lane1.MantissaBits);

    /// <summary>For the anchors of an octave: 1/c, how far their values are from the foot, and the values.</summary>
    private void FillTable(int octave, Span<double> table)
    {
        for (int i = 0; i < Anchors; i++)
        {
            table[i] = Inverses[i];
            table[Anchors + i] = WayAt(power.Exponent, octave, i, top, topValue, foot, out table[(2 * Anchors) + i]);
        }
    }

    private static double ReachOf(double top) => top * Reach;

    private bool IsNear(double x) => Math.Abs(x - top) <= reach;

    private double XAt(int step) => Math.FusedMultiplyAdd(step, slope, offset);

    /// <summary>How many of the steps from <paramref name="first"/> on are reached from the top like it, or lie in its octave.</summary>
    private int Together(int first, int length)
    {
        double x = XAt(first);
        bool isNear = IsNear(x);
        int octave = Octave(x);
        if (IsLike(x, first + (length - 1)))
        {
            return length;
        }

        // It ends where the straight line says, but for the rounding of a position far from zero: then it is searched for.
        double end = isNear ? top + Math.CopySign(reach, slope) : Math.ScaleB(1, octave - (int)Lane1.ExponentBias + (slope > 0 ? 1 : 0));
        end = !isNear && slope > 0 && x < top ? Math.Min(end, top - reach) : end;
        int guess = (int)Math.Clamp(Math.Ceiling((end - x) / slope), 1, length - 1);
        int low = IsLike(x, first + (guess - 1)) ? guess : 1;
        int high = IsLike(x, first + guess) ? length - 1 : guess;
        low = IsLike(x, first + guess) ? guess + 1 : low;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = IsLike(x, first + middle) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Whether a step is reached from the top like x, or lies in its octave.</summary>
    private bool IsLike(double x, int step)
    {
        double other = XAt(step);
        return IsNear(other) ? IsNear(x) : !IsNear(x) && Octave(other) == Octave(x);
    }

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
        private readonly TLane slope = TLane.Of(formula.Curve.slope);
        private readonly TLane offset = TLane.Of(formula.Curve.offset);
        private readonly TLane top = TLane.Of(formula.Curve.top);
        private readonly TLane inverse = TLane.Of(formula.Curve.inverseTop);
        private readonly TLane way = TLane.Of(formula.Curve.topValue - formula.Curve.foot);
        private readonly TLane value = TLane.Of(formula.Curve.topValue);
        private readonly Growth<TLane> growth = new(formula.Curve.power.Growth);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static NearTop<TLane> Of(NearTop formula) => new(formula);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane At(TLane step) => FromTop(TLane.Fma(step, slope, offset), top, inverse, way, value, growth);
    }
}
