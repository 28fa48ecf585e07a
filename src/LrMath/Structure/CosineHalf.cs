using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LrMath.Structure;

/// <summary>
/// One half of half a cosine, counted from its own end of the way: <c>value + way·sin²(πd / 2n)</c> at a distance d. A step is reached from an
/// anchor at a whole multiple of 256 steps, sin²(a + b) = sin²a + sin 2a·½sin 2b + cos 2a·sin²b. Up to the middle of the way
/// no term is negative, so nothing cancels, no error grows with the step, and a range costs two products per value.
/// </summary>
internal readonly struct CosineHalf : IAnchored<CosineHalf.Reached>
{
    // Beyond it, positions are no longer told apart by whole steps: what is left is in the rest.
    private const double FurthestWhole = 1L << 52;

    private readonly double value;
    private readonly double way;
    private readonly double length;
    private readonly double inverse;
    private readonly double rest;
    private readonly long whole;
    private readonly int sign;

    internal CosineHalf(in Segment segment, bool isFirst)
    {
        length = segment.Length;
        inverse = segment.Inverse;
        value = isFirst ? segment.Start : segment.End;
        way = isFirst ? segment.End - segment.Start : segment.Start - segment.End;
        whole = WholeNextTo(segment, isFirst);
        rest = isFirst ? whole - segment.From : segment.To - whole;
        sign = isFirst ? 1 : -1;
    }

    /// <summary>The value at a step of this half; a table of its length gives the same bits sooner.</summary>
    internal double At(int step, double[]? table) => At((step - whole) * sign, value, way, length, inverse, rest, table);

    /// <summary>The value at a step of a half that is asked only once.</summary>
    internal static double At(in Segment segment, bool isFirst, int step, double[]? table)
    {
        long whole = WholeNextTo(segment, isFirst);
        return isFirst
            ? At(step - whole, segment.Start, segment.End - segment.Start, segment.Length, segment.Inverse, whole - segment.From, table)
            : At(whole - step, segment.End, segment.Start - segment.End, segment.Length, segment.Inverse, segment.To - whole, table);
    }

    /// <summary>The value at a distance of this half.</summary>
    internal double Along(double distance) =>
        Math.FusedMultiplyAdd(Polynomials.SineSquared(new Lane1(distance), length, inverse, out _).Value, way, value);

    /// <summary>How far the furthest of some steps of this half is from the whole step next to its end; -1 if there are none.</summary>
    internal long Furthest(int first, int length) => length == 0 ? -1 : sign > 0 ? first + (length - 1L) - whole : whole - first;

    /// <summary>The values at <paramref name="first"/>, first + 1 …, all of this half.</summary>
    internal void Fill<T>(int first, Span<T> destination, ReadOnlySpan<double> table)
        where T : struct
    {
        int offsets = CosineTable.Offsets(table.Length);
        ReadOnlySpan<double> own = sign > 0 ? table[..(2 * offsets)] : table[(2 * offsets)..];
        Anchored.Fill<CosineHalf, Reached, T>(this, whole, sign, first, destination, own[..offsets], own[offsets..]);
    }

    public void Fill(long lowest, Span<double> first, Span<double> second, int count) =>
        Ranges.Each(new Anchors(lowest * Anchored.Block, rest, length, inverse, first, second), count);

    public Reached From(double first, double second) => new(value, way, first, second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double At(long distance, double value, double way, double length, double inverse, double rest, double[]? table)
    {
        int offset = (int)distance & (Anchored.Block - 1);
        Lane1 square = Polynomials.SineSquared(new Lane1(distance - offset + rest), length, inverse, out Lane1 twice);
        Reached reached = new(value, way, square.Value, twice.Value);
        return table is null
            ? reached.Of(CosineTable.At(new Lane1(offset), length, out Lane1 offsetSquare), offsetSquare).Value
            : reached.Of(new Lane1(table[offset]), new Lane1(table[CosineTable.Offsets(table.Length) + offset])).Value;
    }

    /// <summary>The first whole step at or after the start, the last one at or before the end. By casts: a processor's rounding waits for what its register held.</summary>
    private static long WholeNextTo(in Segment segment, bool isFirst)
    {
        double position = Math.Clamp(isFirst ? segment.From : segment.To, -FurthestWhole, FurthestWhole);
        long whole = double.ConvertToIntegerNative<long>(position);
        return isFirst
            ? whole < position ? whole + 1 : whole
            : whole > position ? whole - 1 : whole;
    }

    /// <summary>What is reached from an anchor, from half the sine of twice the offset and its squared sine.</summary>
    internal readonly struct Reached(double value, double way, double square, double twice) : IFold
    {
        private readonly double height = Math.FusedMultiplyAdd(square, way, value);
        private readonly double rise = twice * way;
        private readonly double bend = (1 - (square + square)) * way;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Of<TLane>(TLane left, TLane right)
            where TLane : struct, ILane<TLane> =>
            TLane.Fma(left, TLane.Of(rise), TLane.Fma(right, TLane.Of(bend), TLane.Of(height)));
    }

    private readonly ref struct Anchors(long lowest, double rest, double length, double inverse, Span<double> squares, Span<double> sines) : IWork
    {
        private readonly ref double square = ref MemoryMarshal.GetReference(squares);
        private readonly ref double sine = ref MemoryMarshal.GetReference(sines);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Do<TLane>(TLane numbers, nint index)
            where TLane : struct, ILane<TLane>
        {
            TLane distance = ((numbers * TLane.Of(Anchored.Block)) + TLane.Of(lowest)) + TLane.Of(rest);
            Polynomials.SineSquared(distance, length, inverse, out TLane twice).Store(ref Unsafe.Add(ref square, index));
            twice.Store(ref Unsafe.Add(ref sine, index));
        }
    }
}
