namespace LrMath.Structure;

/// <summary>A value as it is.</summary>
internal readonly struct Same : IMap
{
    public TLane Of<TLane>(TLane value)
        where TLane : struct, ILane<TLane> => value;
}
