using LrMath.ClosedLoop;
using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Optax
{
    /// <summary>
    /// optax's <c>contrib.reduce_on_plateau</c>: the scale of the updates is multiplied by <paramref name="factor"/> when the loss has
    /// stopped falling. It is a policy; <c>lr.Under(policy)</c> is the schedule times the scale.
    /// </summary>
    /// <param name="factor">What a reduction multiplies the scale by, dimensionless, from 0 to below 1.</param>
    /// <param name="patience">The number of losses in a row without improvement that reduces, 0 or more.</param>
    /// <param name="rtol">How much lower a loss must be as a share of the best one, 0 to 1.</param>
    /// <param name="atol">How much lower a loss must be in its own unit, 0 or more; the two margins add up.</param>
    /// <param name="cooldown">For how many losses after a reduction nothing is counted, 0 or more.</param>
    /// <param name="accumulationSize">How many losses are averaged into one that counts, 1 or more.</param>
    /// <param name="minScale">A reduction does not bring the scale below this, 0 to 1.</param>
    /// <returns>The policy, an immutable value; its scale starts at 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// <para>The patience-th bad loss reduces, one earlier than PyTorch's. A patience of 0 reduces at each improvement and on no plateau;
    /// an <paramref name="rtol"/> of 1 sees no improvement ever; with a negative loss the relative margin works the wrong way round. All
    /// three are optax's and reproduced; <see cref="Plateau"/>'s own defaults have none of them.</para>
    /// Lowered onto <see cref="Plateau.Optax"/>.
    /// </remarks>
    /// <example><code>Optax.WarmupConstantSchedule(0, 0.1, 500).Under(Optax.ReduceOnPlateau(patience: 5))</code></example>
    public static Plateau ReduceOnPlateau(
        double factor = 0.1,
        int patience = 10,
        double rtol = 1e-4,
        double atol = 0,
        int cooldown = 0,
        int accumulationSize = 1,
        double minScale = 0
    ) =>
        Plateau.Optax with
        {
            Factor = Guard.FractionBelowOne(factor),
            Patience = Guard.NonNegative(patience),
            RelativeThreshold = Guard.Fraction(rtol),
            AbsoluteThreshold = Guard.NonNegative(atol),
            Cooldown = Guard.NonNegative(cooldown),
            AverageOver = Guard.Positive(accumulationSize),
            Floor = Guard.Fraction(minScale),
        };
}
