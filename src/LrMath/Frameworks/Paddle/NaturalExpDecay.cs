using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Paddle
{
    /// <summary>Paddle's <c>NaturalExpDecay</c>: the rate is multiplied by e^-<paramref name="gamma"/> in each step, without an
    /// end.</summary>
    /// <param name="learningRate">The rate at step 0; finite.</param>
    /// <param name="gamma">The decay per step, dimensionless, above 0; one over it is the number of steps that divide the rate by
    /// e.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// <code>rate(step) = learningRate·e^(-gamma·step)</code>
    /// Lowered onto <see cref="Schedule.ExponentialDecay"/>, with a factor of 1/e every 1/gamma steps.
    /// </remarks>
    /// <example><code>Paddle.NaturalExpDecay(1, gamma: 0.1)(10) // 1/e</code></example>
    public static Func<int, double> NaturalExpDecay(double learningRate, double gamma) =>
        Schedule.ExponentialDecay(Guard.Finite(learningRate), 1 / Math.E, every: Guard.Positive(1 / Guard.Positive(gamma), nameof(gamma)));
}
