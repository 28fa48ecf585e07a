namespace LrMath.Structure;

/// <summary>A shape that is called with its progress, step by step.</summary>
internal abstract record SteppedShape : ShapeFormula
{
    internal sealed override bool AsksSteps => true;

    private protected sealed override double Inside(in Segment segment, int step) =>
        Along(segment.Start, segment.End, (step - segment.From) / (segment.To - segment.From));

    private protected sealed override void FillInside(in Segment segment, int first, Span<double> destination)
    {
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = Inside(segment, first + i);
        }
    }
}
