namespace LrMath;

/// <summary>
/// Which ends of a warm-up of n steps are values of those steps. Between the value it comes from and the full value, its step t lies at a
/// progress of t / n, (t + 1) / (n + 1), (t + 1) / n or t / (n - 1): the four ways in which libraries differ by one.
/// </summary>
public enum WarmupEnds
{
    /// <summary>
    /// <c>t / n</c>: the first update uses the value the warm-up comes from, the first one after it the full value. optax, Transformers,
    /// Keras, LitGPT.
    /// </summary>
    Start,

    /// <summary>
    /// <c>(t + 1) / (n + 1)</c>: no update is lost on the value the warm-up comes from, and the first one after it has the full value.
    /// nanoGPT.
    /// </summary>
    Neither,

    /// <summary>
    /// <c>(t + 1) / n</c>: the last update of the warm-up has the full value already. llm.c, torchtitan, schedule-free.
    /// </summary>
    End,

    /// <summary>
    /// <c>t / (n - 1)</c>: the first update uses the value the warm-up comes from, the last one the full value; a single step uses the
    /// former. Lightning Bolts, and the n points of a linspace.
    /// </summary>
    Both,
}
