using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LrMath.Structure;

/// <summary>
/// One half of a part of a cosine, counted from its own end of the way: at a distance d <c>value + way·sin²(πd / 2n)</c> of half a turn, of a quarter
/// twice that of its angle, πd / 4n, or from its steep end <c>value + way·sin(πd / 2n)</c>. A step is reached from an anchor at a whole multiple of 256
/// steps, sin²(a + b) = sin²a + sin 2a·½sin 2b + cos 2a·sin²b and sin 2(a + b) = sin 2a + cos 2a·sin 2b - sin 2a·2 sin²b. Up to the middle of the way
/// the only term that is negative, the last one, is small: nothing to speak of cancels, no error grows with the step, and a range costs two products per value.
/// </summary>
internal readonly struct CosineHalf<TArc> : IAnchored<CosineReached>
    where TArc : struct, IArc
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

    /// <summary>The value at a step of this half, by the table of its length.</summary>
    internal double At(int step, double[] table) => At(sign > 0, (step - whole) * sign, value, way, length, inverse, rest, table);

    /// <summary>The value at a step of a half that is asked only once; a table of its length gives the same bits sooner.</summary>
    internal static double At(in Segment segment, bool isFirst, int step, double[]? table)
    {
        long whole = WholeNextTo(segment, isFirst);
        return isFirst
            ? AtOnce(isFirst, step - whole, segment.Start, segment.End - segment.Start, segment.Length, segment.Inverse, whole - segment.From, table)
            : AtOnce(isFirst, whole - step, segment.End, segment.Start - segment.End, segment.Length, segment.Inverse, segment.To - whole, table);
    }

    /// <summary>How far the furthest of some steps of this half is from the whole step next to its end; -1 if there are none.</summary>
    internal long Furthest(int first, int length) => length == 0 ? -1 : sign > 0 ? first + (length - 1L) - whole : whole - first;

    /// <summary>The values at <paramref name="first"/>, first + 1 …, all of this half.</summary>
    internal void Fill<T>(int first, Span<T> destination, ReadOnlySpan<double> table)
        where T : struct
    {
        int offsets = CosineTable<TArc>.Offsets(table.Length);
        ReadOnlySpan<double> own = sign > 0 ? table[..(2 * offsets)] : table[(2 * offsets)..];
        Anchored.Fill<CosineHalf<TArc>, CosineReached, T>(this, whole, sign, first, destination, own[..offsets], own[offsets..]);
    }

    public void Fill(long lowest, Span<double> first, Span<double> second, int count) =>
        Ranges.Each(new Anchors(lowest * Anchored.Block, rest, length, inverse, first, second), count);

    public CosineReached From(double first, double second) => From(sign > 0, value, way, first, second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double At(bool isFirst, long distance, double value, double way, double length, double inverse, double rest, double[] table)
    {
        int offset = OffsetOf(distance);
        return Anchor(isFirst, distance - offset + rest, value, way, length, inverse)
            .Of(new Lane1(table[offset]), new Lane1(table[CosineTable<TArc>.Offsets(table.Length) + offset])).Value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double AtOnce(bool isFirst, long distance, double value, double way, double length, double inverse, double rest, double[]? table) => table is null
        ? WithoutTable(isFirst, distance, value, way, length, inverse, rest)
        : At(isFirst, distance, value, way, length, inverse, rest, table);

    /// <summary>Apart, for the compiler inlines only so much.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double WithoutTable(bool isFirst, long distance, double value, double way, double length, double inverse, double rest)
    {
        int offset = OffsetOf(distance);
        Lane1 left = CosineTable<TArc>.At(new Lane1(offset), length, out Lane1 right);
        return Anchor(isFirst, distance - offset + rest, value, way, length, inverse).Of(left, right).Value;
    }

    private static int OffsetOf(long distance) => (int)distance & (Anchored.Block - 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static CosineReached Anchor(bool isFirst, double distance, double value, double way, double length, double inverse)
    {
        Lane1 square = SineSquared(new Lane1(distance), length, inverse, out Lane1 sine);
        return From(isFirst, value, way, square.Value, sine.Value);
    }

    /// <summary>
    /// The squared sine of half the angle at a distance, and the sine of the angle. A quarter halves the distance: the length, doubled, might overflow.
    /// The sine is a value itself where the way is steep, so no digit of its angle may be lost.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLane SineSquared<TLane>(TLane distance, double length, double inverse, out TLane sine)
        where TLane : struct, ILane<TLane> => TArc.IsSteep
        ? Polynomials.SineSquaredAndSine(distance * TLane.Of(TArc.Turn), length, inverse, out sine)
        : Polynomials.SineSquared(distance * TLane.Of(TArc.Turn), length, inverse, out sine);

    /// <summary>It is the share that is doubled, and the table, not the way: that may be as long as there are numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static CosineReached From(bool isFirst, double value, double way, double square, double sine)
    {
        double cosine = 1 - (square + square);
        return isFirst && TArc.IsSteep
            ? new(Math.FusedMultiplyAdd(sine, way, value), cosine * way, -(sine * way))
            : new(Math.FusedMultiplyAdd(square * (1 / TArc.Turn), way, value), sine * way, cosine * way);
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

    private readonly ref struct Anchors(long lowest, double rest, double length, double inverse, Span<double> squares, Span<double> sines) : IWork
    {
        private readonly ref double firstSquare = ref MemoryMarshal.GetReference(squares);
        private readonly ref double firstSine = ref MemoryMarshal.GetReference(sines);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Do<TLane>(TLane numbers, nint index)
            where TLane : struct, ILane<TLane>
        {
            TLane distance = ((numbers * TLane.Of(Anchored.Block)) + TLane.Of(lowest)) + TLane.Of(rest);
            SineSquared(distance, length, inverse, out TLane sine).Store(ref Unsafe.Add(ref firstSquare, index));
            sine.Store(ref Unsafe.Add(ref firstSine, index));
        }
    }
}
