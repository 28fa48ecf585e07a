namespace LrMath.Structure;

/// <summary>The first steps of a schedule, over and over.</summary>
internal sealed record RepeatNode(ScheduleNode Inner, int Period) : ScheduleNode([Inner])
{
    /// <summary>0 for a constant, otherwise there is no end.</summary>
    internal override int? Length { get; } = Inner.Length == 0 ? 0 : null;

    internal override double At(int step)
    {
        Guard.Step(step);
        return Inner.At(step % Period);
    }

    internal override (ScheduleNode Part, int Step)? Next(int step, int known, Entry joined) => known == 0 ? (Inner, step % Period) : null;

    private protected override int FillRun(int first, Span<double> destination)
    {
        int within = first % Period;
        int known = Math.Min(Period - within, destination.Length);
        Inner.Fill(within, destination[..known]);
        if (within != 0)
        {
            return known;
        }

        // One whole period has been computed; the others are copies of it.
        while (known < destination.Length)
        {
            int count = Math.Min(known, destination.Length - known);
            destination[..count].CopyTo(destination[known..]);
            known += count;
        }

        return known;
    }
}
