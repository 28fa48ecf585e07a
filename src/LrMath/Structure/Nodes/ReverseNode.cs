namespace LrMath.Structure;

/// <summary>The first steps of a schedule backwards, then its first value.</summary>
internal sealed record ReverseNode(ScheduleNode Inner, int Steps) : ScheduleNode
{
    internal override bool AsksSteps => Inner.AsksSteps;

    internal override double At(int step)
    {
        Guard.Step(step);
        return Inner.At(Math.Max(Steps - step, 0));
    }

    internal override void Fill(int first, Span<double> destination) => FillAny(first, destination);

    internal override void Fill(int first, Span<float> destination) => FillAny(first, destination);

    private void FillAny<T>(int first, Span<T> destination)
        where T : struct
    {
        Span<T> inside = destination[..Segment.Before(1L + Steps, first, destination.Length)];
        Span<T> outside = destination[inside.Length..];

        // Block by block, so that the values are still in the nearest cache when they are turned round.
        while (!inside.IsEmpty)
        {
            Span<T> block = inside[..Math.Min(Block, inside.Length)];
            Inner.Fill(Steps - first - (block.Length - 1), block);
            block.Reverse();
            inside = inside[block.Length..];
            first += inside.IsEmpty ? 0 : block.Length;
        }

        if (!outside.IsEmpty)
        {
            Ranges.Hold(Inner.At(0), outside);
        }
    }
}
