using LrMath.Structure;

namespace LrMath;

public static partial class Schedule
{
    /// <summary>Schedules one after another, each from its own step 0: from milestone i on, schedule i + 1 is evaluated at
    /// <c>step - milestones[i]</c>.</summary>
    /// <param name="schedules">The schedules, one at least; the last one goes on for ever.</param>
    /// <param name="milestones">The first steps of all schedules but the first, 0 or more, in order; between two equal ones a schedule is
    /// absent.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentNullException">A list or one of the schedules is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A milestone is negative or out of order.</exception>
    /// <exception cref="ArgumentException">There is no schedule, there are not exactly as many milestones as schedules after the first, or
    /// a schedule is a multicast delegate.</exception>
    /// <remarks>PyTorch SequentialLR, optax join_schedules, Keras none. Two only: <c>f.Then(g, at: n)</c>.</remarks>
    /// <example><code>Schedule.Sequential([Schedule.Linear(0, 1, 10), Schedule.Cosine(1, 0, 90)], [10])(55) == 0.5</code></example>
    public static Func<int, double> Sequential(IReadOnlyList<Func<int, double>> schedules, IReadOnlyList<int> milestones)
    {
        Func<int, double>[] parts = Guard.Schedules(schedules);
        int[] at = Guard.Milestones(milestones);
        Guard.Count(at.Length, parts.Length - 1, "the first step of each schedule but the first", nameof(milestones));
        return SequenceNode.Of(ScheduleNode.Of(parts), at, fromOwnStart: true).As([parts, at]);
    }
}
