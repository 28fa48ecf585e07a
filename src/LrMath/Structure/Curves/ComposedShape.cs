using System.Runtime.CompilerServices;

namespace LrMath.Structure;

/// <summary>
/// A curve whose progress is the value of another shape. The inner shape runs from 0 to 1 where the outer curve is computed from its start,
/// and from 1 to 0 where it is computed from its end, so neither loses digits. A range is the mapped range of the inner shape.
/// </summary>
internal sealed record ComposedShape<TOuter>(string Name, ShapeFormula Inner, TOuter Outer) : ShapeFormula
    where TOuter : struct, IShapeCurve
{
    private readonly double middle = ProgressAt(Inner, Outer.Split);

    internal override string Text => Name;

    internal override bool StartsAtStart => TOuter.StartsAtStart;

    internal override double Evaluate(double start, double end, double progress)
    {
        if (IsAtEnd(start, end, progress, out double value))
        {
            return value;
        }

        return progress <= middle
            ? Early(start, end).Invoke(new Scalar(Inner.Evaluate(0, 1, progress))).Value
            : Late(start, end).Invoke(new Scalar(Inner.Evaluate(1, 0, progress))).Value;
    }

    internal override ShapeFormula Warped(double exponent) =>
        new ComposedShape<TOuter>(Shapes.WarpText(Text, exponent)!, Inner.Warped(exponent), Outer);

    private protected override double Inside(in Segment segment, int step) =>
        segment.IsBeforeSplit(middle, step)
            ? Early(segment.Start, segment.End).Invoke(new Scalar(Inner.At(segment.WithValues(0, 1), step))).Value
            : Late(segment.Start, segment.End).Invoke(new Scalar(Inner.At(segment.WithValues(1, 0), step))).Value;

    private protected override void FillInside(in Segment segment, int first, Span<double> destination)
    {
        int half = Segment.CountBefore(segment.FirstStepAfter(middle), first, destination.Length);
        FillHalf(segment.WithValues(0, 1), Early(segment.Start, segment.End), first, destination[..half]);
        FillHalf(segment.WithValues(1, 0), Late(segment.Start, segment.End), first + half, destination[half..]);
    }

    private void FillHalf<TOperator>(in Segment unit, TOperator map, int first, Span<double> destination)
        where TOperator : struct, IUnaryOperator
    {
        for (int i = 0; i < destination.Length; i += ScheduleNode.Block)
        {
            Span<double> block = destination.Slice(i, Math.Min(ScheduleNode.Block, destination.Length - i));
            Inner.Fill(unit, first + i, block);
            VectorLoops.Map(map, block, block);
        }
    }

    private FromStartMap Early(double start, double end) => new(Outer, start, end - start);

    private FromEndMap Late(double start, double end) => new(Outer, end, start - end);

    /// <summary>The largest progress at which a shape has done a fraction of its change.</summary>
    private static double ProgressAt(ShapeFormula shape, double done)
    {
        // A bisection of bit patterns, not of numbers: a steep shape may reach the fraction at a tiny progress.
        long low = 0;
        long high = BitConverter.DoubleToInt64Bits(1);
        while (low < high)
        {
            long next = low + ((high - low) / 2) + 1;
            (low, high) = shape.Evaluate(0, 1, BitConverter.Int64BitsToDouble(next)) <= done ? (next, high) : (low, next - 1);
        }

        return BitConverter.Int64BitsToDouble(low);
    }

    /// <summary>A progress that has a logarithm: 0 and the smallest numbers become a number that changes no value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector AboveZero<TVector>(TVector progress)
        where TVector : struct, IVector<TVector> => TVector.MaxNative(1e-300, progress);

    private readonly struct FromStartMap(TOuter outer, double near, double change) : IUnaryOperator
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Invoke<TVector>(TVector value)
            where TVector : struct, IVector<TVector> => TVector.FusedMultiplyAdd(outer.FromStart(AboveZero(value)), change, near);
    }

    private readonly struct FromEndMap(TOuter outer, double near, double change) : IUnaryOperator
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Invoke<TVector>(TVector value)
            where TVector : struct, IVector<TVector> => TVector.FusedMultiplyAdd(outer.FromEnd(AboveZero(value)), change, near);
    }
}
