namespace LrMath.Structure;

/// <summary>A schedule whose values are mapped.</summary>
internal sealed record MapNode<TMap>(ScheduleNode Inner, TMap Map) : ScheduleNode
    where TMap : struct, IMap
{
    internal override bool AsksSteps => Inner.AsksSteps;

    internal override double At(int step)
    {
        Guard.Step(step);
        return Map.Of(new Lane1(Inner.At(step))).Value;
    }

    internal override Entry EntryAt(int step)
    {
        Entry inner = Inner.EntryAt(step);
        return new(Map.Of(new Lane1(inner.Start)).Value, Map.Of(new Lane1(inner.Value)).Value);
    }

    private protected override int FillRun(int first, Span<double> destination)
    {
        Span<double> values = destination[..Math.Min(Block, destination.Length)];
        Inner.Fill(first, values);
        Ranges.Map(Map, values, values);
        return values.Length;
    }
}
