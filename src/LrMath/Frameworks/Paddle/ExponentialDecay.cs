using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Paddle
{
    /// <summary>Paddle's <c>ExponentialDecay</c>: the rate is multiplied by <paramref name="gamma"/> in each step, without an
    /// end.</summary>
    /// <param name="learningRate">The rate at step 0; finite.</param>
    /// <param name="gamma">The factor, dimensionless, 0 or more. (Paddle wants it between 0 and 1.)</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks><code>rate(step) = learningRate·gamma^step</code>Lowered onto <see cref="Schedule.ExponentialDecay"/>.</remarks>
    /// <example><code>Paddle.ExponentialDecay(1, gamma: 0.5)(2) == 0.25</code></example>
    public static Func<int, double> ExponentialDecay(double learningRate, double gamma) =>
        Schedule.ExponentialDecay(Guard.Finite(learningRate), Guard.NonNegative(gamma));
}
