using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Keras
{
    /// <summary>Keras' <c>InverseTimeDecay</c>: the rate divided by a number that grows evenly, without an end.</summary>
    /// <param name="initialLearningRate">The rate at step 0; finite.</param>
    /// <param name="decaySteps">The number of steps in which the divisor grows by <paramref name="decayRate"/>, 1 or more.</param>
    /// <param name="decayRate">How much the divisor grows, dimensionless, 0 or more.</param>
    /// <param name="staircase">True: the rate stays for <paramref name="decaySteps"/> steps and then jumps; false: it changes with each
    /// step.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// <code>rate(step) = initialLearningRate / (1 + decayRate·step / decaySteps), step / decaySteps rounded down if staircase</code>
    /// Lowered onto <see cref="Schedule.InverseTime"/>.
    /// </remarks>
    /// <example><code>Keras.InverseTimeDecay(1, decaySteps: 10, decayRate: 1)(10) == 0.5</code></example>
    public static Func<int, double> InverseTimeDecay(
        double initialLearningRate,
        int decaySteps,
        double decayRate,
        bool staircase = false
    ) =>
        Schedule.InverseTime(
            Guard.Finite(initialLearningRate),
            Guard.NonNegative(decayRate),
            Guard.Positive(decaySteps),
            staircase: staircase
        );
}
