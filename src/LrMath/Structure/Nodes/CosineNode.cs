namespace LrMath.Structure;

/// <summary>A part of a cosine on one segment, its table computed once.</summary>
internal sealed record CosineNode<TArc> : ScheduleNode
    where TArc : struct, IArc
{
    private readonly Segment segment;
    private readonly double[] table;
    private readonly CosineHalf<TArc>[] halves;
    private readonly long inside;
    private readonly long past;
    private readonly long end;

    internal CosineNode(in Segment segment, double[] table)
    {
        this.segment = segment;
        this.table = table;
        halves = [new(segment, isFirst: true), new(segment, isFirst: false)];
        inside = segment.FirstInside();
        past = segment.FirstPast(default(TArc).Middle);
        end = Segment.StepAt(segment.To);
    }

    internal override double At(int step)
    {
        Guard.Step(step);
        return step >= end ? segment.End
            : step < inside ? segment.Start
            : halves[step >= past ? 1 : 0].At(step, table);
    }

    internal override void Fill(int first, Span<double> destination) => FillAny(first, destination);

    internal override void Fill(int first, Span<float> destination) => FillAny(first, destination);

    private void FillAny<T>(int first, Span<T> destination)
        where T : struct
    {
        Span<T> between = segment.HoldEnds(ref first, destination);
        int half = Segment.Before(past, first, between.Length);
        halves[0].Fill(first, between[..half], table);
        halves[1].Fill(first + half, between[half..], table);
    }
}
