namespace LrMath.Structure;

/// <summary>A shape on one segment.</summary>
internal sealed record RampNode(ShapeFormula Shape, Segment Segment) : ScheduleNode(Shape.RangeCost)
{
    internal override int? Length => Segment.LengthOf(Segment.StepAt(Segment.To));

    internal override double At(int step)
    {
        Guard.Step(step);
        return Shape.At(Segment, step);
    }

    private protected override int FillRun(int first, Span<double> destination)
    {
        Shape.Fill(Segment, first, destination);
        return destination.Length;
    }
}
