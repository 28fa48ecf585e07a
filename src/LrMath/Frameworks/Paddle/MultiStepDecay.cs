using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Paddle
{
    /// <summary>Paddle's <c>MultiStepDecay</c>: the rate is multiplied by <paramref name="gamma"/> at each milestone.</summary>
    /// <param name="learningRate">The rate before the first milestone; finite.</param>
    /// <param name="milestones">The steps with the first changed rate, each 0 or more, in order, or none; a step named twice counts
    /// twice.</param>
    /// <param name="gamma">The factor, dimensionless, 0 or more. (Paddle wants it below 1.)</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range, or the milestones are out of order.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="milestones"/> is null.</exception>
    /// <remarks>
    /// <code>rate(step) = learningRate·gamma^(number of milestones ≤ step)</code>
    /// Lowered onto <see cref="Schedule.MultiStep"/>, which wants at least one milestone.
    /// </remarks>
    /// <example><code>Paddle.MultiStepDecay(1, [30, 80], gamma: 0.5)(80) == 0.25</code></example>
    public static Func<int, double> MultiStepDecay(double learningRate, IReadOnlyList<int> milestones, double gamma = 0.1)
    {
        Guard.Finite(learningRate);
        Guard.NonNegative(gamma);
        int[] steps = Guard.Milestones(milestones);
        return steps.Length == 0 ? Schedule.Constant(learningRate) : Schedule.MultiStep(learningRate, gamma, steps);
    }
}
