namespace LrMath.Structure;

/// <summary>A function of two schedules' values.</summary>
internal interface IFold
{
    static abstract TLane Of<TLane>(TLane left, TLane right)
        where TLane : struct, ILane<TLane>;
}
