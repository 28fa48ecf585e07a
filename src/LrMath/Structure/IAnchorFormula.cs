namespace LrMath.Structure;

/// <summary>An anchored curve as formulas of the distance. One table leads from any anchor to the steps after it.</summary>
internal interface IAnchorFormula<TReached>
    where TReached : struct, IFold
{
    /// <summary>The two numbers of the anchor at a distance.</summary>
    TLane Anchor<TLane>(TLane distance, out TLane other)
        where TLane : struct, ILane<TLane>;

    /// <summary>The table's number for so many steps after an anchor.</summary>
    TLane Offset<TLane>(TLane steps)
        where TLane : struct, ILane<TLane>;

    /// <summary>What is reached from an anchor, given its two numbers.</summary>
    TReached From(double first, double second);
}
