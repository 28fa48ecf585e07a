namespace LrMath.Structure;

/// <summary>
/// A curve S from S(0) = 0 to S(1) = 1 (Tanh comes only near both), computed from the nearer of its ends, so that no digits are lost where
/// S is small, nor where 1 - S is. "Nearer" means in value, not in time: a steep curve is close to one of its ends for most of its length.
/// </summary>
internal interface IShapeCurve
{
    /// <summary>True if S(0) is 0, so that the first value is exactly the given start (false for Tanh).</summary>
    static virtual bool StartsAtStart => true;

    /// <summary>The progress, between 0 and 1, up to which the curve is computed from its start.</summary>
    double Split => 0.5;

    /// <summary>S(p), for p up to the split: the fraction of the change that is done.</summary>
    TVector FromStart<TVector>(TVector p)
        where TVector : struct, IVector<TVector>;

    /// <summary>1 - S(1 - q), for q up to 1 - split: the remaining change where a fraction q of the length remains.</summary>
    TVector FromEnd<TVector>(TVector q)
        where TVector : struct, IVector<TVector>;

    /// <summary>
    /// One of the two for a single step: <see cref="FromStart"/> where <paramref name="fromEnd"/> is 0, <see cref="FromEnd"/> where it is
    /// 1. A curve that costs less than a branch that is predicted wrong computes it without a branch.
    /// </summary>
    Scalar Evaluate(Scalar p, double fromEnd);

    /// <summary>The first number where <paramref name="fromEnd"/> is 0, the second where it is 1, without a branch. Both are
    /// finite.</summary>
    static Scalar Select(Scalar first, Scalar second, double fromEnd) => new((second.Value * fromEnd) + (first.Value * (1 - fromEnd)));
}
