namespace LrMath.Structure;

/// <summary>A schedule whose values are mapped.</summary>
internal sealed record MapNode<TMap>(ScheduleNode Inner, TMap Map) : ScheduleNode
    where TMap : struct, IMap
{
    internal override double At(int step)
    {
        Guard.Step(step);
        return Map.Of(new Lane1(Inner.At(step))).Value;
    }

    internal override void Fill(int first, Span<double> destination)
    {
        // Block by block, so that the values are still in the cache when they are mapped.
        while (!destination.IsEmpty)
        {
            Span<double> block = destination[..Math.Min(Block, destination.Length)];
            Inner.Fill(first, block);
            Ranges.Map(Map, block);
            destination = destination[block.Length..];
            first = destination.IsEmpty ? first : first + block.Length;
        }
    }
}
