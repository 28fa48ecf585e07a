namespace LrMath.Structure;

/// <summary>The first steps of a schedule backwards, then its first value.</summary>
internal sealed record ReverseNode(ScheduleNode Inner, int Steps) : ScheduleNode
{
    internal override double At(int step)
    {
        Guard.Step(step);
        return Inner.At(Math.Max(Steps - step, 0));
    }

    internal override void Fill(int first, Span<double> destination)
    {
        int inside = Segment.Before(1L + Steps, first, destination.Length);
        if (inside > 0)
        {
            Inner.Fill(Steps - first - (inside - 1), destination[..inside]);
            destination[..inside].Reverse();
        }

        if (inside < destination.Length)
        {
            Ranges.Hold(Inner.At(0), destination[inside..]);
        }
    }
}
