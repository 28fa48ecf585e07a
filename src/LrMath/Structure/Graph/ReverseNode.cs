namespace LrMath.Structure;

/// <summary>The first steps of a schedule backwards, then its first value.</summary>
internal sealed record ReverseNode(ScheduleNode Inner, int Steps) : ScheduleNode
{
    internal override bool IsStepByStep => Inner.IsStepByStep;

    internal override double At(int step)
    {
        Guard.Step(step);
        return Inner.At(Math.Max(Steps - step, 0));
    }

    private protected override int FillRun(int first, Span<double> destination)
    {
        if (first > Steps)
        {
            return Fill(Inner.At(0), destination);
        }

        Span<double> block = destination[..Segment.CountBefore(1L + Steps, first, Math.Min(Block, destination.Length))];
        Inner.Fill(Steps - first - (block.Length - 1), block);
        block.Reverse();
        return block.Length;
    }
}
