using LrMath.Structure;

namespace LrMath;

public static partial class Schedule
{
    /// <summary>From <paramref name="initial"/> at step 0, times <paramref name="gamma"/> at each milestone, held in between.</summary>
    /// <param name="initial">The value before the first milestone; finite.</param>
    /// <param name="gamma">The factor of each jump, dimensionless, 0 or more.</param>
    /// <param name="milestones">The steps that are the first of a new value, 0 or more, in order, at least one; one that is given twice
    /// multiplies twice.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="initial"/> is not finite, <paramref name="gamma"/> is negative or not
    /// finite, or a milestone is negative or out of order.</exception>
    /// <exception cref="ArgumentException"><paramref name="milestones"/> is empty.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="milestones"/> is null.</exception>
    /// <remarks>
    /// <code>value(step) = initial·gamma^(number of milestones at or before step)</code>
    /// PyTorch and Paddle MultiStepLR; composer MultiStepScheduler. A factor of its own for each milestone: <see cref="Piecewise"/>.
    /// </remarks>
    /// <example><code>Schedule.MultiStep(1, gamma: 0.5, [30, 80])(80) == 0.25</code></example>
    public static Func<int, double> MultiStep(double initial, double gamma, IReadOnlyList<int> milestones)
    {
        int[] at = Guard.Milestones(milestones);
        Guard.List(at, nameof(milestones));
        Func<int, double> level = ExponentialDecay(initial, gamma);
        double[] values = [.. Enumerable.Range(0, at.Length + 1).Select(level)];
        return Piecewise(values, at).As([initial, gamma, at]);
    }
}
