namespace LrMath.ClosedLoop;

/// <summary>What the next metric is compared with.</summary>
public enum Baseline
{
    /// <summary>The last metric that was an improvement, beyond the margin: the "best" of PyTorch, Keras, optax and Paddle.</summary>
    LastImprovement,

    /// <summary>
    /// The best of all metrics, also one that is better by less than the margin and counts as bad itself: small gains do not add up to an
    /// improvement. scikit-learn.
    /// </summary>
    Best,

    /// <summary>The metric before it, good or bad: an improvement is one against the last epoch. newbob.</summary>
    Previous,
}
