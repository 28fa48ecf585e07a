using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Paddle
{
    /// <summary>Paddle's <c>NoamDecay</c>: from 0 straight up to the peak, then one over a square root, without an end.</summary>
    /// <param name="dModel">The width of the model, dimensionless, 1 or more.</param>
    /// <param name="warmupSteps">The step of the peak, 1 or more.</param>
    /// <param name="learningRate">A factor of the whole, dimensionless; finite.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// <code>rate(step) = learningRate·dModel^-½·min(step^-½, step·warmupSteps^-1½), at step 0: 0</code>
    /// The paper's steps count from 1, and so does <see cref="Schedule.Noam"/>; Paddle's from 0, so that its first update changes nothing.
    /// Lowered onto a step of 0 and that builder. Vaswani et al., arXiv:1706.03762.
    /// </remarks>
    /// <example><code>Paddle.NoamDecay(4, warmupSteps: 100)(100) == 0.05</code></example>
    public static Func<int, double> NoamDecay(int dModel, int warmupSteps, double learningRate = 1) =>
        Schedule.Constant(0).Then(Schedule.Noam(Guard.Positive(dModel), Guard.Positive(warmupSteps), Guard.Finite(learningRate)), at: 1);
}
