namespace LrMath.Structure;

/// <summary>A power of what is done of a segment, or reversed of what is left of it.</summary>
internal sealed record PowerNode : ScheduleNode
{
    // Next to the foot the octaves are so short that a range would spend its time between them: their values are kept.
    private const int MostKept = 128;

    private readonly Segment segment;
    private readonly PowerCurve curve;
    private readonly long inside;
    private readonly long end;
    private readonly long keptFrom;
    private readonly double[] kept;

    internal PowerNode(in Segment segment, SmallPower power, bool isReversed)
    {
        this.segment = segment;
        inside = segment.FirstInside();
        end = Segment.StepAt(segment.To);

        // The power is 0 at one end, and counted from there; where no step lies between the ends, none is asked.
        double least = inside < end ? isReversed ? segment.To - (end - 1) : inside - segment.From : segment.Length;
        curve = PowerShape.Curve(segment, new(power, segment.Length, least, segment.Length), isReversed).WithTables(least, segment.Length);
        kept = new double[Math.Clamp(end - inside, 0, MostKept)];
        keptFrom = isReversed ? end - kept.Length : inside;
        for (int i = 0; i < kept.Length; i++)
        {
            kept[i] = curve.At((int)(keptFrom + i));
        }
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
        int before = Segment.Before(keptFrom, first, between.Length);
        int after = Math.Max(before, Segment.Before(keptFrom + kept.Length, first, between.Length));
        curve.Fill(first, between[..before]);
        if (after > before)
        {
            Ranges.Map(default(Same), kept.AsSpan((int)(first + before - keptFrom), after - before), between[before..after]);
        }

        curve.Fill(first + after, between[after..]);
    }
}
