namespace LrMath.Structure;

/// <summary>A user's own shape: asked for its progress, step by step.</summary>
internal sealed record OpaqueShape(Shape Shape) : ShapeFormula
{
    internal override string? Text => null;

    internal override double Between(double start, double end, double progress) => Shape(start, end, progress);

    internal override double At(in Segment segment, int step) =>
        step >= segment.To ? segment.End
        : step <= segment.From ? segment.Start
        : Shape(segment.Start, segment.End, (step - segment.From) / (segment.To - segment.From));

    internal override void Fill(in Segment segment, int first, Span<double> destination)
    {
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = At(segment, first + i);
        }
    }
}
