using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Paddle
{
    /// <summary>Paddle's <c>PolynomialDecay</c>: from one rate to another as a power of the remaining fraction, then held, or with an end
    /// that is put off again and again.</summary>
    /// <param name="learningRate">The rate at step 0; finite.</param>
    /// <param name="decaySteps">The length of the way in steps, 1 or more.</param>
    /// <param name="endLr">The rate at the end of the way; finite.</param>
    /// <param name="power">The exponent, dimensionless, above 0; 1 is a straight line.</param>
    /// <param name="cycle">
    /// True: after each multiple of <paramref name="decaySteps"/>, at which it is at the end, the rate jumps up to where it would be if the
    /// way had been one multiple longer from the start.
    /// </param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// <code>rate(step) = endLr + (learningRate - endLr)·(1 - min(step, T) / T)^power
    /// T = cycle ? decaySteps·max(1, ⌈step / decaySteps⌉) : decaySteps</code>
    /// Keras' schedule of that name, and like it, it ends at 0.0001 unless told otherwise. Lowered onto <see cref="Schedule.Polynomial"/>,
    /// or <see cref="Schedule.GrowingHorizon"/>.
    /// </remarks>
    /// <example><code>Paddle.PolynomialDecay(1, decaySteps: 4, endLr: 0, cycle: true)(6) == 0.25</code></example>
    public static Func<int, double> PolynomialDecay(
        double learningRate,
        int decaySteps,
        double endLr = 1e-4,
        double power = 1,
        bool cycle = false
    )
    {
        Guard.Span(Guard.Finite(learningRate), Guard.Finite(endLr), nameof(endLr));
        Guard.Positive(decaySteps);
        return cycle
            ? Schedule.GrowingHorizon(learningRate, endLr, decaySteps, Shapes.Polynomial(power))
            : Schedule.Polynomial(learningRate, endLr, decaySteps, power);
    }
}
