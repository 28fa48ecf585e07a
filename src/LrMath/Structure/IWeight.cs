namespace LrMath.Structure;

/// <summary>
/// A shape S from 0 to 1, counted from the nearer end: no digits are lost where S is small, nor where 1 - S is.
/// </summary>
internal interface IWeight
{
    /// <summary>S(0) is 0, so that the start is the caller's own number.</summary>
    static virtual bool StartsAtStart => true;

    /// <summary>S(q) for q in [0, ½]: the share of the way that is done.</summary>
    TLane Done<TLane>(TLane q)
        where TLane : struct, ILane<TLane>;

    /// <summary>1 - S(1 - q) for q in [0, ½]: the share that is left when q is left.</summary>
    TLane Left<TLane>(TLane q)
        where TLane : struct, ILane<TLane>;
}
