namespace LrMath.Structure;

/// <summary>A shape on one segment whose halves are one expression.</summary>
internal sealed record EitherNode<TWeight> : ScheduleNode
    where TWeight : struct, IEither
{
    private readonly Segment segment;
    private readonly Half[] halves;
    private readonly bool isReversed;
    private readonly long inside;
    private readonly long past;
    private readonly long end;

    internal EitherNode(in Segment segment, bool isReversed)
    {
        this.segment = segment;
        this.isReversed = isReversed;
        halves = [new(segment, isFirst: true), new(segment, isFirst: false)];
        inside = segment.FirstInside();
        past = segment.FirstPast(0.5);
        end = Segment.StepAt(segment.To);
    }

    internal override double At(int step)
    {
        Guard.Step(step);
        if (step >= end)
        {
            return segment.End;
        }

        if (step < inside)
        {
            return segment.Start;
        }

        bool isSecond = step >= past;
        ref readonly Half half = ref halves[isSecond ? 1 : 0];
        return half.Value(default(TWeight).Either(half.Progress(new Lane1(step)), isSecond != isReversed ? 1 : 0)).Value;
    }

    internal override void Fill(int first, Span<double> destination) => FillAny(first, destination);

    internal override void Fill(int first, Span<float> destination) => FillAny(first, destination);

    private void FillAny<T>(int first, Span<T> destination)
        where T : struct
    {
        if (isReversed)
        {
            WeightShape<Reversed<TWeight>>.Fill(segment, default, past, first, destination);
        }
        else
        {
            WeightShape<TWeight>.Fill(segment, default, past, first, destination);
        }
    }

    internal override void FoldInto<TFold, T>(TFold fold, int first, ReadOnlySpan<double> values, Span<T> destination)
    {
        if (isReversed)
        {
            FoldInto<TFold, Reversed<TWeight>, T>(fold, first, values, destination);
        }
        else
        {
            FoldInto<TFold, TWeight, T>(fold, first, values, destination);
        }
    }

    private void FoldInto<TFold, TOriented, T>(TFold fold, int first, ReadOnlySpan<double> values, Span<T> destination)
        where TFold : struct, IFold
        where TOriented : struct, IWeight
        where T : struct
    {
        int length = destination.Length;
        int atStart = Segment.Before(inside, first, length);
        int atHalf = Math.Max(atStart, Segment.Before(past, first, length));
        int atEnd = Math.Max(atHalf, Segment.Before(end, first, length));
        Ranges.FoldSteps(fold, new Level(segment.Start), first, values[..atStart], destination[..atStart]);
        Ranges.FoldSteps(
            fold, new FirstHalf<TOriented>(segment, default), first + atStart, values[atStart..atHalf], destination[atStart..atHalf]);
        Ranges.FoldSteps(
            fold, new SecondHalf<TOriented>(segment, default), first + atHalf, values[atHalf..atEnd], destination[atHalf..atEnd]);
        Ranges.FoldSteps(fold, new Level(segment.End), 0, values[atEnd..length], destination[atEnd..]);
    }
}
