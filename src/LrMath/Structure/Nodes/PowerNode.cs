namespace LrMath.Structure;

/// <summary>A power of what is done of a segment, or reversed of what is left of it.</summary>
internal sealed record PowerNode : ScheduleNode
{
    private readonly Segment segment;
    private readonly PowerCurve curve;
    private readonly long inside;
    private readonly long end;

    internal PowerNode(in Segment segment, SmallPower power, bool isReversed)
    {
        this.segment = segment;
        inside = segment.FirstInside();
        end = Segment.StepAt(segment.To);

        // The power is 0 at one end, and counted from there; where no step lies between the ends, none is asked.
        double least = isReversed ? segment.To - (end - 1) : inside - segment.From;
        curve = PowerShape.Curve(segment, power, isReversed).WithTables(inside < end ? least : segment.Length, segment.Length);
    }

    internal override double At(int step)
    {
        Guard.Step(step);
        return step >= end ? segment.End : step < inside ? segment.Start : curve.At(step);
    }

    internal override void Fill(int first, Span<double> destination) => FillAny(first, destination);

    internal override void Fill(int first, Span<float> destination) => FillAny(first, destination);

    private void FillAny<T>(int first, Span<T> destination)
        where T : struct
    {
        Span<T> between = segment.HoldEnds(ref first, destination);
        curve.Fill(first, between);
    }
}
