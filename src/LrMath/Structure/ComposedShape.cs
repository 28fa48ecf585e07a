using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>
/// A shape whose progress is what another one has done. The inner one runs from 0 to 1 where the outer one counts from its start, and from 1 to
/// 0 where it counts from its end, so that neither loses digits; a range is that of the inner one, mapped.
/// </summary>
internal sealed record ComposedShape<TOuter>(string Name, ShapeFormula Inner, TOuter Outer) : ShapeFormula
    where TOuter : struct, IWeight
{
    private readonly double middle = ProgressAt(Inner, Outer.Middle);

    internal override string Text => Name;

    internal override double Between(double start, double end, double progress)
    {
        if (IsAtEnd(start, end, progress, out double value, TOuter.StartsAtStart))
        {
            return value;
        }

        return progress <= middle
            ? Early(start, end).Of(new Lane1(Inner.Between(0, 1, progress))).Value
            : Late(start, end).Of(new Lane1(Inner.Between(1, 0, progress))).Value;
    }

    internal override double At(in Segment segment, int step)
    {
        if (segment.Holds(step, out double held, TOuter.StartsAtStart))
        {
            return held;
        }

        return segment.IsOnFirst(middle, step)
            ? Early(segment.Start, segment.End).Of(new Lane1(Inner.At(segment.Between(0, 1), step))).Value
            : Late(segment.Start, segment.End).Of(new Lane1(Inner.At(segment.Between(1, 0), step))).Value;
    }

    internal override void Fill(in Segment segment, int first, Span<double> destination) => FillAny(segment, first, destination);

    internal override void Fill(in Segment segment, int first, Span<float> destination) => FillAny(segment, first, destination);

    internal override ScheduleNode On(in Segment segment) => new RampNode(For(segment, sameEnds: true), segment);

    internal override ShapeFormula For(in Segment like, bool sameEnds) => this with { Inner = Inner.For(like.Between(0, 1), sameEnds: false) };

    internal override ShapeFormula Warped(double exponent) =>
        new ComposedShape<TOuter>(Shapes.WarpText(Text, exponent)!, Inner.Warped(exponent), Outer);

    private void FillAny<T>(in Segment segment, int first, Span<T> destination)
        where T : struct
    {
        Span<T> between = segment.HoldEnds(ref first, destination, TOuter.StartsAtStart);
        int half = Segment.Before(segment.FirstPast(middle), first, between.Length);
        Fill(segment.Between(0, 1), Early(segment.Start, segment.End), first, between[..half]);
        Fill(segment.Between(1, 0), Late(segment.Start, segment.End), first + half, between[half..]);
    }

    private void Fill<TMap, T>(in Segment unit, TMap map, int first, Span<T> destination)
        where TMap : struct, IMap
        where T : struct
    {
        // Not in the destination itself: a long map runs while what it has written goes to memory, a first pass there would wait for it.
        Span<double> buffer = stackalloc double[Math.Min(ScheduleNode.Block, destination.Length)];
        while (!destination.IsEmpty)
        {
            Span<T> block = destination[..Math.Min(ScheduleNode.Block, destination.Length)];
            Span<double> values = buffer[..block.Length];
            Inner.Fill(unit, first, values);
            Ranges.Map(map, values, block);
            destination = destination[block.Length..];
            first = destination.IsEmpty ? first : first + block.Length;
        }
    }

    private DoneOf Early(double start, double end) => new(Outer, start, end - start);

    private LeftOf Late(double start, double end) => new(Outer, end, start - end);

    /// <summary>How far along a shape has done so much of its way.</summary>
    private static double ProgressAt(ShapeFormula shape, double done)
    {
        // Between the bits of numbers, not between the numbers: a steep shape may be there next to nothing.
        long low = 0;
        long high = BitConverter.DoubleToInt64Bits(1);
        while (low < high)
        {
            long next = low + ((high - low) / 2) + 1;
            (low, high) = shape.Between(0, 1, BitConverter.Int64BitsToDouble(next)) <= done ? (next, high) : (low, next - 1);
        }

        return BitConverter.Int64BitsToDouble(low);
    }

    // The logarithm of 0 is no number; where a progress is so small, so is what comes of it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane AboveZero<TLane>(TLane progress)
        where TLane : struct, ILane<TLane> => TLane.NativeMax(TLane.Of(1e-300), progress);

    private readonly struct DoneOf(TOuter outer, double near, double way) : IMap
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Of<TLane>(TLane value)
            where TLane : struct, ILane<TLane> => TLane.Fma(outer.Done(AboveZero(value)), TLane.Of(way), TLane.Of(near));
    }

    private readonly struct LeftOf(TOuter outer, double near, double way) : IMap
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Of<TLane>(TLane value)
            where TLane : struct, ILane<TLane> => TLane.Fma(outer.Left(AboveZero(value)), TLane.Of(way), TLane.Of(near));
    }
}
