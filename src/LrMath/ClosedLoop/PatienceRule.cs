namespace LrMath.ClosedLoop;

/// <summary>When a run of bad metrics has lasted long enough. They differ by one, which is the usual off-by-one between
/// frameworks.</summary>
/// <remarks>With a patience of 2 and a metric that never changes, the first of all metrics is the best one, and the reduction comes after
/// metric 3 (zero-based: <c>bad &gt; 2</c>) or 2 (<c>bad &gt;= 2</c>, <c>bad == 2</c>).</remarks>
public enum PatienceRule
{
    /// <summary>Reduce when the bad metrics in a row are more than the patience: <c>bad &gt; patience</c> (PyTorch, Paddle).</summary>
    Exceeds,

    /// <summary>Reduce at the bad metric whose count reaches the patience: <c>bad &gt;= max(patience, 1)</c> (Keras). 0 and 1 are the
    /// same.</summary>
    Reaches,

    /// <summary>
    /// Reduce when the count equals the patience, compared after good metrics too: <c>bad == patience</c> (optax). From 1 on the same as
    /// <see cref="Reaches"/>; a patience of 0 reduces on every improvement and never on a plateau.
    /// </summary>
    Meets,
}
