namespace LrMath.Structure;

/// <summary>A shape that has no loop of its own: it is asked for its progress, step by step.</summary>
internal abstract record SteppedShape : ShapeFormula
{
    internal sealed override bool AsksSteps => true;

    internal override double At(in Segment segment, int step) => segment.Holds(step, out double held)
        ? held
        : Along(segment.Start, segment.End, (step - segment.From) / (segment.To - segment.From));

    internal override void Fill(in Segment segment, int first, Span<double> destination) => FillAny(segment, first, destination);

    internal override void Fill(in Segment segment, int first, Span<float> destination) => FillAny(segment, first, destination);

    private void FillAny<T>(in Segment segment, int first, Span<T> destination)
        where T : struct
    {
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = ScheduleNode.To<T>(At(segment, first + i));
        }
    }
}
