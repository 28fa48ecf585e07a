namespace LrMath.Structure;

/// <summary>
/// A shape S from 0 to 1, computed from the nearer of its two ends: no digits are lost where S is small, nor where 1 - S is. Nearer in
/// value, not in time: a steep shape is close to one of its ends for most of its length.
/// </summary>
internal interface IWeight
{
    /// <summary>True if S(0) is 0, so that the first value is exactly the given start (false for Tanh).</summary>
    static virtual bool StartsAtStart => true;

    /// <summary>The progress, between 0 and 1, up to which the shape is computed from its start.</summary>
    double Middle => 0.5;

    /// <summary>S(p), for p up to the split: the fraction of the change that is done.</summary>
    TLane Done<TLane>(TLane p)
        where TLane : struct, ILane<TLane>;

    /// <summary>1 - S(1 - q), for q up to 1 less the split: the fraction of the change that remains when the fraction q of the length does.</summary>
    TLane Left<TLane>(TLane q)
        where TLane : struct, ILane<TLane>;

    /// <summary>
    /// One of the two for a single step: <see cref="Done"/> where <paramref name="isLeft"/> is 0, <see cref="Left"/> where it is 1. Without
    /// a branch where that costs less than a branch that is predicted wrong.
    /// </summary>
    Lane1 Either(Lane1 p, double isLeft);

    /// <summary>The first value where <paramref name="second"/> is 0, the other one where it is 1; both are finite.</summary>
    static Lane1 Choose(Lane1 first, Lane1 other, double second) => new((other.Value * second) + (first.Value * (1 - second)));
}
