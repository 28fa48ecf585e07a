namespace LrMath.Structure;

/// <summary>The first steps of a schedule, over and over.</summary>
internal sealed record RepeatNode(ScheduleNode Inner, int Period) : ScheduleNode
{
    internal override bool AsksSteps => Inner.AsksSteps;

    internal override double At(int step)
    {
        Guard.Step(step);
        return Inner.At(step % Period);
    }

    internal override Entry EntryAt(int step) => Inner.EntryAt(step % Period);

    internal override void Fill(int first, Span<double> destination) => FillAny(first, destination);

    internal override void Fill(int first, Span<float> destination) => FillAny(first, destination);

    private void FillAny<T>(int first, Span<T> destination)
        where T : struct
    {
        int within = first % Period;
        int head = Math.Min(Period - within, destination.Length);
        Inner.Fill(within, destination[..head]);
        Span<T> rest = destination[head..];
        if (rest.IsEmpty)
        {
            return;
        }

        // One whole period is computed; the others are copies of it.
        int known = Math.Min(Period, rest.Length);
        Inner.Fill(0, rest[..known]);
        while (known < rest.Length)
        {
            int length = Math.Min(known, rest.Length - known);
            rest[..length].CopyTo(rest[known..]);
            known += length;
        }
    }
}
