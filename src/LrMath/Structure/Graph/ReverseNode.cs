namespace LrMath.Structure;

/// <summary>The first steps of a schedule backwards, then its first value.</summary>
internal sealed record ReverseNode(ScheduleNode Inner, int Steps) : ScheduleNode([Inner])
{
    internal override int? Length { get; } = Inner.Length == 0 ? 0 : Steps;

    internal override double At(int step)
    {
        Guard.Step(step);
        return Inner.At(Math.Max(Steps - step, 0));
    }

    internal override (ScheduleNode Part, int Step)? Next(int step, int known, Entry joined) =>
        known == 0 ? (Inner, Math.Max(Steps - step, 0)) : null;

    /// <summary>Backwards, no ramp of length 0 is entered.</summary>
    internal override Entry Join(int step, int known, Entry joined, Entry part) => Entry.At(part.Value);

    private protected override int FillRun(int first, Span<double> destination)
    {
        if (first > Steps)
        {
            return Fill(Walk.ValueAt(Inner, 0), destination);
        }

        Span<double> block = destination[..Segment.CountBefore(1L + Steps, first, Math.Min(Block, destination.Length))];
        Inner.Fill(Steps - first - (block.Length - 1), block);
        block.Reverse();
        return block.Length;
    }
}
