namespace LrMath.Structure;

/// <summary>A schedule that starts further on; steps beyond the last there is are asked as the last.</summary>
internal sealed record ShiftNode(ScheduleNode Inner, int Steps) : ScheduleNode
{
    internal override double At(int step)
    {
        Guard.Step(step);
        return Inner.At((int)Math.Min((long)step + Steps, int.MaxValue));
    }

    internal override void Fill(int first, Span<double> destination)
    {
        int inside = Segment.Before(1L + int.MaxValue - Steps, first, destination.Length);
        if (inside > 0)
        {
            Inner.Fill(first + Steps, destination[..inside]);
        }

        if (inside < destination.Length)
        {
            destination[inside..].Fill(Inner.At(int.MaxValue));
        }
    }
}
