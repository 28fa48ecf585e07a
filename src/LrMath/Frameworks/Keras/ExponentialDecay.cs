using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Keras
{
    /// <summary>Keras' <c>ExponentialDecay</c>: the rate is multiplied by <paramref name="decayRate"/> in <paramref name="decaySteps"/>
    /// steps, without an end.</summary>
    /// <param name="initialLearningRate">The rate at step 0; finite.</param>
    /// <param name="decaySteps">The number of steps that <paramref name="decayRate"/> is for, 1 or more.</param>
    /// <param name="decayRate">The factor, dimensionless, 0 or more.</param>
    /// <param name="staircase">True: the rate stays for <paramref name="decaySteps"/> steps and then jumps; false: it changes with each
    /// step.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// <code>rate(step) = initialLearningRate·decayRate^(step / decaySteps), the exponent rounded down if staircase</code>
    /// Lowered onto <see cref="Schedule.ExponentialDecay"/>.
    /// </remarks>
    /// <example><code>Keras.ExponentialDecay(1, decaySteps: 10, decayRate: 0.5)(20) == 0.25</code></example>
    public static Func<int, double> ExponentialDecay(
        double initialLearningRate,
        int decaySteps,
        double decayRate,
        bool staircase = false
    ) => Schedule.ExponentialDecay(Guard.Finite(initialLearningRate), Guard.NonNegative(decayRate), Guard.Positive(decaySteps), staircase);
}
