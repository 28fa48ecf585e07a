namespace LrMath.Structure;

/// <summary>A shape that is called with its progress, step by step.</summary>
internal abstract record StepByStepShape : ShapeFormula
{
    internal sealed override int RangeCost => ScheduleNode.StepByStep;

    private protected override double Inside(in Segment segment, int step) =>
        Interpolate(segment.Start, segment.End, (step - segment.From) / (segment.To - segment.From));

    private protected sealed override void FillInside(in Segment segment, int first, Span<double> destination)
    {
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = Inside(segment, first + i);
        }
    }
}
