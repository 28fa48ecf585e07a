namespace LrMath.Structure;

/// <summary>A geometric sequence on a segment, or without an end.</summary>
internal sealed record GeometricNode : ScheduleNode
{
    private readonly SegmentSteps steps;
    private readonly GeometricSequence sequence;
    private readonly double[] powers;

    internal GeometricNode(in Segment segment)
        : this(new SegmentSteps(segment), new GeometricSequence(segment)) { }

    internal GeometricNode(double initial, double gamma, double every)
        : this(SegmentSteps.All, new GeometricSequence(initial, GeometricSequence.Rate(1, gamma, every), 0)) { }

    private GeometricNode(SegmentSteps steps, GeometricSequence sequence)
    {
        this.steps = steps;
        this.sequence = sequence;
        powers = sequence.Powers();
    }

    internal override int? Length => Segment.LengthOf(steps.End);

    internal override double At(int step)
    {
        Guard.Step(step);
        return steps.IsHeld(step, out double held) ? held : sequence.At(step, powers);
    }

    private protected override int FillRun(int first, Span<double> destination) =>
        steps.FillHeld(first, ref destination) ? destination.Length : sequence.FillRun(first, destination, powers);
}
