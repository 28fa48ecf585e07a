using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Paddle
{
    /// <summary>Paddle's <c>StepDecay</c>: the rate is multiplied by <paramref name="gamma"/> every <paramref name="stepSize"/> steps,
    /// without an end.</summary>
    /// <param name="learningRate">The rate of the first <paramref name="stepSize"/> steps; finite.</param>
    /// <param name="stepSize">The number of steps between two changes, 1 or more.</param>
    /// <param name="gamma">The factor, dimensionless, 0 or more. (Paddle wants it below 1.)</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks><code>rate(step) = learningRate·gamma^⌊step / stepSize⌋</code>Lowered onto <see cref="Schedule.Step"/>.</remarks>
    /// <example><code>Paddle.StepDecay(1, stepSize: 30, gamma: 0.5)(60) == 0.25</code></example>
    public static Func<int, double> StepDecay(double learningRate, int stepSize, double gamma = 0.1) =>
        Schedule.Step(Guard.Finite(learningRate), Guard.NonNegative(gamma), Guard.Positive(stepSize));
}
