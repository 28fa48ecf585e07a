using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Optax
{
    /// <summary>optax's <c>exponential_decay</c>: the value is multiplied by <paramref name="decayRate"/> in
    /// <paramref name="transitionSteps"/> steps, without an end.</summary>
    /// <param name="initValue">The value until the transition begins; finite.</param>
    /// <param name="transitionSteps">The number of steps that <paramref name="decayRate"/> is for; 0 or less never leaves
    /// <paramref name="initValue"/>.</param>
    /// <param name="decayRate">The factor, dimensionless, 0 or more; 0 never leaves <paramref name="initValue"/>.</param>
    /// <param name="transitionBegin">How many steps the first value is held before; less than 0 counts as 0.</param>
    /// <param name="staircase">True: the value stays for <paramref name="transitionSteps"/> steps and then jumps.</param>
    /// <param name="endValue">With a rate below 1 the lowest value, else the highest one; finite. Null is no limit.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or <paramref name="decayRate"/> is negative.</exception>
    /// <remarks>
    /// <code>value(step) = initValue·decayRate^(max(step - transitionBegin, 0) / transitionSteps), the exponent rounded down if
    /// staircase</code>
    /// The limit cuts the curve off, it does not stretch it; and it holds from step 0 on, so that a first value beyond it is never
    /// seen. Where nothing ever changes (no length, a rate of 0) optax does not look at the limit. Lowered onto
    /// <see cref="Schedule.ExponentialDecay"/> and the verbs
    /// <c>Delay</c> and <c>Max</c> or <c>Min</c>.
    /// </remarks>
    /// <example><code>Optax.ExponentialDecay(1, transitionSteps: 10, decayRate: 0.5, endValue: 0.3)(20) == 0.3</code></example>
    public static Func<int, double> ExponentialDecay(
        double initValue,
        int transitionSteps,
        double decayRate,
        int transitionBegin = 0,
        bool staircase = false,
        double? endValue = null
    )
    {
        Guard.Finite(initValue);
        Guard.NonNegative(decayRate);
        if (endValue is { } given)
        {
            Guard.Finite(given, nameof(endValue));
        }

        if (transitionSteps <= 0 || decayRate == 0)
        {
            return Schedule.Constant(initValue);
        }

        Func<int, double> decay = Begin(Schedule.ExponentialDecay(initValue, decayRate, transitionSteps, staircase), transitionBegin);
        return endValue is not { } limit ? decay
            : decayRate < 1 ? decay.Max(Schedule.Constant(limit))
            : decay.Min(Schedule.Constant(limit));
    }
}
