namespace LrMath.Structure;

/// <summary>A schedule that starts earlier or later: before its step 0 it holds that value, beyond the last step there is it holds the
/// last.</summary>
internal sealed record ShiftNode(ScheduleNode Inner, int Steps) : ScheduleNode
{
    internal override bool AsksSteps => Inner.AsksSteps;

    internal override double At(int step)
    {
        Guard.Step(step);
        return Inner.At((int)Math.Clamp((long)step + Steps, 0, int.MaxValue));
    }

    internal override void Fill(int first, Span<double> destination) => FillAny(first, destination);

    internal override void Fill(int first, Span<float> destination) => FillAny(first, destination);

    private void FillAny<T>(int first, Span<T> destination)
        where T : struct
    {
        int before = Segment.Before(-(long)Steps, first, destination.Length);
        if (before > 0)
        {
            Ranges.Hold(Inner.At(0), destination[..before]);
            destination = destination[before..];
            first = destination.IsEmpty ? first : first + before;
        }

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
