using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Keras
{
    /// <summary>Keras' <c>PolynomialDecay</c>: from one rate to another as a power of the remaining fraction, then held, or with an end
    /// that is put off again and again.</summary>
    /// <param name="initialLearningRate">The rate at step 0; finite.</param>
    /// <param name="decaySteps">The length of the way in steps, 1 or more.</param>
    /// <param name="endLearningRate">The rate at the end of the way; finite.</param>
    /// <param name="power">The exponent, dimensionless, 0 or more; 1 is a straight line, 0 never leaves the initial rate.</param>
    /// <param name="cycle">
    /// True: after each multiple of <paramref name="decaySteps"/>, at which it is at the end, the rate jumps up to where it would be if the
    /// way had been one multiple longer from the start.
    /// </param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// <code>rate(step) = endLearningRate + (initialLearningRate - endLearningRate)·(1 - min(step, T) / T)^power
    /// T = cycle ? decaySteps·max(1, ⌈step / decaySteps⌉) : decaySteps</code>
    /// Unless told otherwise it ends at 0.0001, which is higher than many a rate that it is used with. Lowered onto
    /// <see cref="Schedule.Polynomial"/>, or
    /// <see cref="Schedule.GrowingHorizon"/>.
    /// </remarks>
    /// <example><code>Keras.PolynomialDecay(1, decaySteps: 4, endLearningRate: 0, cycle: true)(6) == 0.25</code></example>
    public static Func<int, double> PolynomialDecay(
        double initialLearningRate,
        int decaySteps,
        double endLearningRate = 1e-4,
        double power = 1,
        bool cycle = false
    )
    {
        Guard.Span(Guard.Finite(initialLearningRate), Guard.Finite(endLearningRate), nameof(endLearningRate));
        Guard.Positive(decaySteps);
        return Guard.NonNegative(power) == 0 ? Schedule.Constant(initialLearningRate)
            : cycle ? Schedule.GrowingHorizon(initialLearningRate, endLearningRate, decaySteps, Shapes.Polynomial(power))
            : Schedule.Polynomial(initialLearningRate, endLearningRate, decaySteps, power);
    }
}
