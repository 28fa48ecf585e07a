namespace LrMath.Structure;

/// <summary>A schedule that starts further on; steps beyond the last there is are asked as the last.</summary>
internal sealed record ShiftNode(ScheduleNode Inner, int Steps) : ScheduleNode
{
    internal override bool AsksSteps => Inner.AsksSteps;

    internal override double At(int step)
    {
        Guard.Step(step);
        return Inner.At((int)Math.Min((long)step + Steps, int.MaxValue));
    }

    internal override Entry EntryAt(int step) => Inner.EntryAt((int)Math.Min((long)step + Steps, int.MaxValue));

    internal override void Fill(int first, Span<double> destination) => FillAny(first, destination);

    internal override void Fill(int first, Span<float> destination) => FillAny(first, destination);

    private void FillAny<T>(int first, Span<T> destination)
        where T : struct
    {
        int inside = Segment.Before(1L + int.MaxValue - Steps, first, destination.Length);
        if (inside > 0)
        {
            Inner.Fill(first + Steps, destination[..inside]);
        }

        if (inside < destination.Length)
        {
            Ranges.Hold(Inner.At(int.MaxValue), destination[inside..]);
        }
    }
}
