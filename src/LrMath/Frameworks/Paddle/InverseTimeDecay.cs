using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Paddle
{
    /// <summary>Paddle's <c>InverseTimeDecay</c>: the rate divided by a number that grows evenly, without an end.</summary>
    /// <param name="learningRate">The rate at step 0; finite.</param>
    /// <param name="gamma">How much the divisor grows in each step, dimensionless, 0 or more.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks><code>rate(step) = learningRate / (1 + gamma·step)</code>Lowered onto <see cref="Schedule.InverseTime"/>.</remarks>
    /// <example><code>Paddle.InverseTimeDecay(1, gamma: 0.1)(10) == 0.5</code></example>
    public static Func<int, double> InverseTimeDecay(double learningRate, double gamma) =>
        Schedule.InverseTime(Guard.Finite(learningRate), Guard.NonNegative(gamma));
}
