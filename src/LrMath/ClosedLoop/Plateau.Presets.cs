namespace LrMath.ClosedLoop;

// The frameworks' machines with the frameworks' defaults, quirks included; a knob is changed with `with`.
public sealed partial record Plateau
{
    /// <summary>
    /// PyTorch's <c>ReduceLROnPlateau</c> with its defaults; change what differs, <c>Plateau.PyTorch with { BaseRate = 0.1, Patience = 5 }</c>. Its
    /// <c>min_lr</c> and <c>eps</c> are <see cref="Floor"/> and <see cref="Epsilon"/>; its threshold mode <c>abs</c> is
    /// <c>RelativeThreshold = 0, AbsoluteThreshold = threshold</c>.
    /// </summary>
    /// <remarks>
    /// The machine of TorchSharp, timm (whose mode is <see cref="Mode.Max"/>), mmengine, ignite and fairseq as well.
    /// One case differs: here a metric of -∞ is not remembered as the best of all, so the run goes on.
    /// </remarks>
    public static Plateau PyTorch { get; } = new() { SignedMargin = true, Epsilon = 1e-8 };

    /// <summary>
    /// Paddle's <c>ReduceOnPlateau</c> with its defaults: PyTorch's machine, except that metrics in a cooldown are not looked at. Change what differs,
    /// <c>Plateau.Paddle with { BaseRate = 0.1, Patience = 5 }</c>.
    /// </summary>
    /// <remarks>
    /// Three cases differ: a NaN as the first metric does not become the best one, a relative threshold of 1 never sees an improvement, and a metric
    /// that meets the relative margin to the last bit may fall on the other side (Paddle rounds <c>best - best · threshold</c>, here it is
    /// <c>best · (1 - threshold)</c> as in PyTorch).
    /// </remarks>
    public static Plateau Paddle { get; } = PyTorch with { BestInCooldown = false };

    /// <summary>
    /// Keras' <c>ReduceLROnPlateau</c> with its defaults; change what differs, <c>Plateau.Keras with { BaseRate = 0.1, Patience = 5 }</c>. Its
    /// <c>min_lr</c> is <see cref="Floor"/>, its <c>min_delta</c> <see cref="AbsoluteThreshold"/>.
    /// </summary>
    /// <remarks>
    /// At its floor Keras goes on waiting and starts no cooldown, which shows in the counts but in no rate. It compares with the floor in
    /// single precision, so a rate within 6e-8 of the floor (relatively) stays there and is here put onto it. Keras forgets everything at the
    /// next <c>fit</c>.
    /// </remarks>
    public static Plateau Keras { get; } = new()
    {
        PatienceRule = PatienceRule.Reaches,
        LastOfCooldownCounts = true,
        RelativeThreshold = 0,
        AbsoluteThreshold = 1e-4,
    };

    /// <summary>
    /// optax's <c>contrib.reduce_on_plateau</c> with its defaults; change what differs, <c>Plateau.Optax with { Patience = 5 }</c>. Its
    /// <c>rtol</c>, <c>atol</c>, <c>accumulation_size</c> and <c>min_scale</c> are <see cref="RelativeThreshold"/>, <see cref="AbsoluteThreshold"/>,
    /// <see cref="AverageOver"/> and <see cref="Floor"/>.
    /// </summary>
    /// <remarks>Reproduced as it is: with a patience of 0 it reduces when the metric improves, and never otherwise.</remarks>
    public static Plateau Optax { get; } = new() { PatienceRule = PatienceRule.Meets, SignedMargin = true };
}
