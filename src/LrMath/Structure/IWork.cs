namespace LrMath.Structure;

/// <summary>What is done for lanes of neighbouring numbers, with more than one result.</summary>
internal interface IWork
{
    /// <summary>The work for a lane of numbers, whose results belong at an index on.</summary>
    void Do<TLane>(TLane numbers, nint index)
        where TLane : struct, ILane<TLane>;
}
