namespace LrMath.Structure;

/// <summary>A geometric way on one segment, its powers computed once.</summary>
internal sealed record GeometricRampNode : ScheduleNode
{
    private readonly Segment segment;
    private readonly Geometric between;
    private readonly double[] powers = new double[Geometric.Block];

    internal GeometricRampNode(in Segment segment)
    {
        this.segment = segment;
        between = ExponentialShape.Between(segment);
        between.Powers(powers);
    }

    internal override double At(int step)
    {
        Guard.Step(step);
        return segment.Holds(step, out double held) ? held : between.At(step, powers);
    }

    internal override void Fill(int first, Span<double> destination) => ExponentialShape.Fill(segment, between, powers, first, destination);

    internal override void Fill(int first, Span<float> destination) => ExponentialShape.Fill(segment, between, powers, first, destination);
}
