namespace LrMath.Structure;

/// <summary>
/// A shape S from 0 to 1, counted from the nearer end: no digits are lost where S is small, nor where 1 - S is.
/// Near in value, not in time: a steep shape is close to one of its ends for most of the way.
/// </summary>
internal interface IWeight
{
    /// <summary>S(0) is 0, so that the start is the caller's own number.</summary>
    static virtual bool StartsAtStart => true;

    /// <summary>A node of its own for one segment, if the weight has one; reversed, what is done counts as left.</summary>
    ScheduleNode? Node(in Segment segment, bool isReversed) => null;

    /// <summary>The progress up to which a way is counted from its start, between 0 and 1.</summary>
    double Middle => 0.5;

    /// <summary>S(q) for q up to the middle: the share of the way that is done.</summary>
    TLane Done<TLane>(TLane q)
        where TLane : struct, ILane<TLane>;

    /// <summary>1 - S(1 - q) for q up to what is left at the middle: the share that is left when q is left.</summary>
    TLane Left<TLane>(TLane q)
        where TLane : struct, ILane<TLane>;
}
