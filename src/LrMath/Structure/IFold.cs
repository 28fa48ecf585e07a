namespace LrMath.Structure;

/// <summary>A function of two values.</summary>
internal interface IFold
{
    TLane Of<TLane>(TLane left, TLane right)
        where TLane : struct, ILane<TLane>;
}
