namespace LrMath.Structure;

/// <summary>A shape on one segment whose halves are one expression.</summary>
internal sealed record EitherNode<TWeight> : ScheduleNode
    where TWeight : struct, IEither
{
    private readonly Segment segment;
    private readonly Half[] halves;
    private readonly long inside;
    private readonly long past;
    private readonly long end;

    internal EitherNode(in Segment segment)
    {
        this.segment = segment;
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

        ref readonly Half half = ref halves[step >= past ? 1 : 0];
        return half.Value(default(TWeight).Either(half.Progress(new Lane1(step)), half.Second)).Value;
    }

    internal override void Fill(int first, Span<double> destination) => FillAny(first, destination);

    internal override void Fill(int first, Span<float> destination) => FillAny(first, destination);

    private void FillAny<T>(int first, Span<T> destination)
        where T : struct => WeightShape<TWeight>.Fill(segment, default, past, first, destination);
}
