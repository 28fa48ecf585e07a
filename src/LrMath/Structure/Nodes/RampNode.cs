namespace LrMath.Structure;

/// <summary>A shape on one segment.</summary>
internal sealed record RampNode : ScheduleNode
{
    private readonly ShapeFormula shape;
    private readonly Segment segment;

    internal RampNode(ShapeFormula shape, in Segment segment)
    {
        this.shape = shape;
        this.segment = segment;
    }

    internal override bool AsksSteps => shape.AsksSteps;

    internal override double At(int step)
    {
        Guard.Step(step);
        return shape.At(segment, step);
    }

    private protected override int FillRun(int first, Span<double> destination)
    {
        shape.Fill(segment, first, destination);
        return destination.Length;
    }
}
