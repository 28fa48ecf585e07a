namespace LrMath.Structure;

/// <summary>A curve on one segment, with everything computed once that does not depend on the step.</summary>
internal sealed record WeightNode<TWeight> : ScheduleNode
    where TWeight : struct, IWeight
{
    private readonly SegmentSteps steps;
    private readonly TWeight weight;
    private readonly Half[] halves;
    private readonly long past;

    internal WeightNode(in Segment segment, TWeight weight)
    {
        steps = new(segment, TWeight.StartsAtStart);
        this.weight = weight;
        halves = [new(segment, isFirst: true), new(segment, isFirst: false)];
        past = segment.FirstPast(weight.Middle);
    }

    internal override double At(int step)
    {
        Guard.Step(step);
        if (steps.IsHeld(step, out double held))
        {
            return held;
        }

        bool isSecond = step >= past;
        ref readonly Half half = ref halves[isSecond ? 1 : 0];
        return half.Value(weight.Either(half.Progress(new Lane1(step)), isSecond ? 1 : 0)).Value;
    }

    private protected override int FillRun(int first, Span<double> destination)
    {
        if (steps.Hold(first, ref destination))
        {
            return destination.Length;
        }

        int count = Segment.Before(past, first, destination.Length);
        return count > 0
            ? Fill(new FirstHalf<TWeight>(halves[0], weight), first, destination[..count])
            : Fill(new SecondHalf<TWeight>(halves[1], weight), first, destination);
    }
}
