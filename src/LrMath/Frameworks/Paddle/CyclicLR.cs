using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Paddle
{
    /// <summary>Paddle's <c>CyclicLR</c>: a triangle between two rates, repeated.</summary>
    /// <param name="baseLearningRate">The rate at step 0 and between the cycles; finite.</param>
    /// <param name="maxLearningRate">The rate in the middle of a cycle of full height; finite.</param>
    /// <param name="stepSizeUp">The length of the way up in steps, 1 or more.</param>
    /// <param name="stepSizeDown">The length of the way down in steps, 1 or more; null is <paramref name="stepSizeUp"/>.</param>
    /// <param name="mode">
    /// How the height changes, one of <see cref="CyclicModes"/>; null is <see cref="CyclicModes.Triangular"/>. Paddle's <c>scale_fn</c> is
    /// <see cref="CyclicModes.PerCycle"/> or <see cref="CyclicModes.PerIteration"/> here, by its <c>scale_mode</c>.
    /// </param>
    /// <param name="expGamma">The factor per step of <see cref="CyclicModes.ExpRange"/>, dimensionless, 0 or more; no other mode uses
    /// it.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// <code>rate(step) = baseLearningRate + (maxLearningRate - baseLearningRate)·triangle(step)·height(step)</code>
    /// PyTorch's scheduler of that name, without its momentum; for that, see
    /// <see cref="PyTorch.CyclicLR(double, double, int, int?, CyclicMode?, double, bool, double, double)"/>.
    /// Lowered onto <see cref="Schedule.Cyclic"/>. Smith, Cyclical Learning Rates, arXiv:1506.01186.
    /// </remarks>
    /// <example><code>Paddle.CyclicLR(0.01, 0.1, stepSizeUp: 4, mode: CyclicModes.Triangular2)(4) == 0.1</code></example>
    public static Func<int, double> CyclicLR(
        double baseLearningRate,
        double maxLearningRate,
        int stepSizeUp,
        int? stepSizeDown = null,
        CyclicMode? mode = null,
        double expGamma = 1
    )
    {
        Guard.Span(Guard.Finite(baseLearningRate), Guard.Finite(maxLearningRate), nameof(maxLearningRate));
        Guard.Positive(stepSizeUp);
        int down = Guard.Positive(stepSizeDown ?? stepSizeUp, nameof(stepSizeDown));
        int cycleSteps = Guard.Sum(stepSizeUp, down, nameof(stepSizeDown));
        return Schedule.Cyclic(
            baseLearningRate,
            maxLearningRate,
            stepSizeUp,
            down,
            (mode ?? CyclicModes.Triangular)(cycleSteps, Guard.NonNegative(expGamma))
        );
    }
}
