namespace LrMath.Structure;

/// <summary>A function of one schedule's value.</summary>
internal interface IMap
{
    TLane Of<TLane>(TLane value)
        where TLane : struct, ILane<TLane>;
}
