namespace LrMath.Structure;

/// <summary>A schedule that starts at a later step; beyond the last step there is, the value of the last one is held.</summary>
internal sealed record ShiftNode(ScheduleNode Inner, int Steps) : ScheduleNode
{
    internal override bool IsStepByStep => Inner.IsStepByStep;

    internal override double At(int step)
    {
        Guard.Step(step);
        return Inner.At((int)Math.Min((long)step + Steps, int.MaxValue));
    }

    internal override Entry EntryAt(int step) => Inner.EntryAt((int)Math.Min((long)step + Steps, int.MaxValue));

    private protected override int FillRun(int first, Span<double> destination)
    {
        int count = Segment.CountBefore(1L + int.MaxValue - Steps, first, destination.Length);
        if (count == 0)
        {
            return Fill(Inner.At(int.MaxValue), destination);
        }

        Inner.Fill(first + Steps, destination[..count]);
        return count;
    }
}
