namespace LrMath.Structure;

/// <summary>A curve on one segment, with everything computed once that does not depend on the step.</summary>
internal sealed record CurveNode<TCurve> : ScheduleNode
    where TCurve : struct, IShapeCurve
{
    private readonly SegmentSteps steps;
    private readonly TCurve curve;
    private readonly SegmentEnd[] ends;
    private readonly long firstFromEnd;

    internal CurveNode(in Segment segment, TCurve curve)
    {
        steps = new(segment, TCurve.StartsAtStart);
        this.curve = curve;
        ends = [new(segment, fromEnd: false), new(segment, fromEnd: true)];
        firstFromEnd = segment.FirstStepAfter(curve.Split);
    }

    internal override int? Length => Segment.LengthOf(steps.End);

    internal override double At(int step)
    {
        Guard.Step(step);
        if (steps.IsHeld(step, out double held))
        {
            return held;
        }

        bool fromEnd = step >= firstFromEnd;
        ref readonly SegmentEnd end = ref ends[fromEnd ? 1 : 0];
        return end.Value(curve.Evaluate(end.Progress(new Scalar(step)), fromEnd ? 1 : 0)).Value;
    }

    private protected override int FillRun(int first, Span<double> destination)
    {
        if (steps.FillHeld(first, ref destination))
        {
            return destination.Length;
        }

        int count = Segment.CountBefore(firstFromEnd, first, destination.Length);
        return count > 0
            ? Fill(new FromStartFormula<TCurve>(ends[0], curve), first, destination[..count])
            : Fill(new FromEndFormula<TCurve>(ends[1], curve), first, destination);
    }
}
