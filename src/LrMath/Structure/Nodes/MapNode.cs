namespace LrMath.Structure;

/// <summary>A schedule whose values are mapped.</summary>
internal record MapNode<TMap>(ScheduleNode Inner, TMap Map) : ScheduleNode
    where TMap : struct, IMap
{
    internal sealed override bool AsksSteps => Inner.AsksSteps;

    internal sealed override double At(int step)
    {
        Guard.Step(step);
        return Map.Of(new Lane1(Inner.At(step))).Value;
    }

    internal sealed override Entry EntryAt(int step)
    {
        Entry inner = Inner.EntryAt(step);
        return new(Map.Of(new Lane1(inner.Start)).Value, Map.Of(new Lane1(inner.Value)).Value);
    }

    internal sealed override void Fill(int first, Span<double> destination) => FillAny(first, destination);

    internal sealed override void Fill(int first, Span<float> destination) => FillAny(first, destination);

    private void FillAny<T>(int first, Span<T> destination)
        where T : struct
    {
        // Block by block, so that the values are still in the nearest cache when they are mapped.
        Span<double> buffer = BufferFor(destination) ? stackalloc double[Block] : default;
        while (!destination.IsEmpty)
        {
            Span<T> block = destination[..Math.Min(Block, destination.Length)];
            Span<double> values = Doubles(block, buffer);
            Inner.Fill(first, values);
            Ranges.Map(Map, values, block);
            destination = destination[block.Length..];
            first = destination.IsEmpty ? first : first + block.Length;
        }
    }
}
