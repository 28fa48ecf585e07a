using LrMath.Structure;

namespace LrMath;

public static partial class Schedule
{
    /// <summary>Constant values that change at milestones.</summary>
    /// <param name="values">The values, finite, one more than there are milestones.</param>
    /// <param name="milestones">The steps that are the first of the next value, 0 or more, in order; of two equal ones the value in between
    /// is absent.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or a milestone is negative or out of order.</exception>
    /// <exception cref="ArgumentException">There is no value, or their number is not that of the milestones plus one.</exception>
    /// <exception cref="ArgumentNullException">A list is null.</exception>
    /// <remarks>
    /// <code>value(step) = values[number of milestones at or before step]</code>
    /// Keras PiecewiseConstantDecay (which still gives the old value at the boundary itself: pass its boundaries + 1), Paddle
    /// PiecewiseDecay, optax piecewise_constant_schedule (which takes factors, not values).
    /// </remarks>
    /// <example><code>Schedule.Piecewise([0.1, 0.01], [30])(30) == 0.01</code></example>
    public static Func<int, double> Piecewise(IReadOnlyList<double> values, IReadOnlyList<int> milestones)
    {
        double[] levels = Guard.Numbers(values);
        int[] at = Guard.Milestones(milestones);
        Guard.Count(levels.Length, at.Length + 1, "one value before the first milestone and one from each milestone on", nameof(values));
        ScheduleNode node =
            at.Length > MostNodes
                ? new LevelsNode(levels, at)
                : SequenceNode.Of(Array.ConvertAll(levels, level => (ScheduleNode)new ConstantNode(level)), at, fromOwnStart: false);
        return node.As([levels, at]);
    }
}
