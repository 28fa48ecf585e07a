using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Optax
{
    /// <summary>optax's <c>join_schedules</c>: one schedule after another, each from its own step 0.</summary>
    /// <param name="schedules">The parts, one or more.</param>
    /// <param name="boundaries">The first step of each part but the first; one less than there are parts, each 0 or more and none before
    /// its predecessor.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentException">A list is null, out of order or of the wrong length, or there is no part.</exception>
    /// <remarks>
    /// <code>value(step) = schedules[i](step - boundaries[i - 1]), with i = the number of boundaries ≤ step</code>
    /// optax checks neither the order nor the number of the boundaries, and evaluates all parts at every step. Lowered onto
    /// <see cref="Schedule.Sequential"/>; the verb <c>Then</c> reads better for two.
    /// </remarks>
    /// <example><code>Optax.JoinSchedules([Optax.ConstantSchedule(1), Optax.LinearSchedule(1, 0, 4)], [10])(12) == 0.5</code></example>
    public static Func<int, double> JoinSchedules(IReadOnlyList<Func<int, double>> schedules, IReadOnlyList<int> boundaries)
    {
        Func<int, double>[] parts = Guard.Schedules(schedules);
        int[] at = Guard.Milestones(boundaries);
        Guard.Count(at.Length, parts.Length - 1, "the first step of each schedule but the first", nameof(boundaries));
        return Schedule.Sequential(parts, at);
    }
}
