namespace LrMath.ClosedLoop;

public sealed partial record Plateau
{
    /// <summary>
    /// optax's <c>contrib.reduce_on_plateau</c> with its defaults; change a knob with <c>Plateau.Optax with { Patience = 5 }</c>. Its
    /// <c>rtol</c>, <c>atol</c>, <c>accumulation_size</c> and <c>min_scale</c> are <see cref="RelativeThreshold"/>, <see cref="AbsoluteThreshold"/>,
    /// <see cref="AverageOver"/> and <see cref="Floor"/>.
    /// </summary>
    /// <remarks>Reproduced as it is: with a patience of 0 it reduces when the metric improves, and never otherwise.</remarks>
    public static Plateau Optax { get; } = new() { PatienceRule = PatienceRule.Equals, SignedMargin = true };

    /// <summary>
    /// PyTorch's <c>ReduceLROnPlateau</c> with its defaults; change a knob with <c>Plateau.PyTorch(0.1) with { Patience = 5 }</c>. Its threshold mode
    /// <c>abs</c> is <c>RelativeThreshold = 0, AbsoluteThreshold = threshold</c>.
    /// </summary>
    /// <param name="baseRate">The optimizer's rate, of which floor and epsilon are parts, above 0: over a constant schedule of this value the rates are PyTorch's.</param>
    /// <param name="minRate">PyTorch's <c>min_lr</c>, in the unit of the rate, at least 0.</param>
    /// <param name="epsilon">PyTorch's <c>eps</c>, in the unit of the rate, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// The machine of TorchSharp, timm (whose mode is <see cref="Mode.Max"/>), mmengine, ignite and fairseq as well.
    /// One case differs: here a metric of -∞ is not remembered as the best of all, so the run goes on.
    /// </remarks>
    public static Plateau PyTorch(double baseRate = 1, double minRate = 0, double epsilon = 1e-8)
    {
        Require.Positive(baseRate, nameof(baseRate));
        return new()
        {
            SignedMargin = true,
            Floor = Require.NonNegative(minRate, nameof(minRate)) / baseRate,
            Epsilon = Require.NonNegative(epsilon, nameof(epsilon)) / baseRate,
        };
    }

    /// <summary>
    /// Paddle's <c>ReduceOnPlateau</c> with its defaults: PyTorch's machine, except that metrics in a cooldown are not looked at. Change a knob with
    /// <c>Plateau.Paddle(0.1) with { Patience = 5 }</c>.
    /// </summary>
    /// <param name="baseRate">Paddle's <c>learning_rate</c>, of which floor and epsilon are parts, above 0.</param>
    /// <param name="minRate">Paddle's <c>min_lr</c>, in the unit of the rate, at least 0.</param>
    /// <param name="epsilon">Paddle's <c>epsilon</c>, in the unit of the rate, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>Two cases differ: a NaN as the first metric does not become the best one, and a relative threshold of 1 never sees an improvement.</remarks>
    public static Plateau Paddle(double baseRate = 1, double minRate = 0, double epsilon = 1e-8) =>
        PyTorch(baseRate, minRate, epsilon) with { BestInCooldown = false };

    /// <summary>
    /// Keras' <c>ReduceLROnPlateau</c> with its defaults; change a knob with <c>Plateau.Keras(0.1) with { Patience = 5 }</c>. Its <c>min_delta</c>
    /// is <see cref="AbsoluteThreshold"/>.
    /// </summary>
    /// <param name="baseRate">The optimizer's rate, of which the floor is a part, above 0.</param>
    /// <param name="minRate">Keras' <c>min_lr</c>, in the unit of the rate, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// At its floor Keras goes on waiting and starts no cooldown, which shows in the counts but in no rate. It compares with the floor in
    /// single precision, so a rate within 6e-8 of the floor (relatively) stays there and is here put onto it. Keras forgets everything at the next <c>fit</c>.
    /// </remarks>
    public static Plateau Keras(double baseRate = 1, double minRate = 0)
    {
        Require.Positive(baseRate, nameof(baseRate));
        return new()
        {
            PatienceRule = PatienceRule.Reaches,
            LastOfCooldownCounts = true,
            RelativeThreshold = 0,
            AbsoluteThreshold = 1e-4,
            Floor = Require.NonNegative(minRate, nameof(minRate)) / baseRate,
        };
    }
}
