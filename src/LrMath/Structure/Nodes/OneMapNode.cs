namespace LrMath.Structure;

/// <summary>A schedule whose values are mapped once: a second map is done in the same pass.</summary>
internal sealed record OneMapNode<TMap>(ScheduleNode Inner, TMap Map) : MapNode<TMap>(Inner, Map)
    where TMap : struct, IMap
{
    internal override ScheduleNode Mapped<TNext>(TNext next) => new MapNode<Both<TMap, TNext>>(Inner, new(Map, next));
}
