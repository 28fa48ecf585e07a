using LrMath.Structure;

namespace LrMath;

public static partial class Schedule
{
    /// <summary>Schedules one after another, each from its own step 0 and for its own number of steps: <see cref="Sequential"/>, by
    /// lengths.</summary>
    /// <param name="parts">The schedules and how many steps each has, 0 or more; one at least. The last one goes on after its
    /// steps.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentNullException">The list or one of its schedules is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A length is negative, or the lengths' sum is over 2,147,483,647.</exception>
    /// <exception cref="ArgumentException">There is no schedule, or one is a multicast delegate.</exception>
    /// <remarks>
    /// ignite ConcatScheduler (durations), OLMo ComposableScheduler and WSDS, mmengine CosineRestartLR (periods): cycles whose lengths and
    /// peaks follow no rule. The last value held: <c>Freeze</c>.
    /// </remarks>
    /// <example><code>Schedule.Concat((Schedule.Linear(0, 1, 10), 10), (Schedule.Cosine(1, 0, 90), 90))(55) == 0.5</code></example>
    public static Func<int, double> Concat(params IReadOnlyList<(Func<int, double> Schedule, int Steps)> parts)
    {
        (Func<int, double> Schedule, int Steps)[] copy = Guard.List(parts);
        int[] milestones = new int[copy.Length - 1];
        int end = 0;
        for (int i = 0; i < copy.Length; i++)
        {
            Guard.Schedule(copy[i].Schedule, new Subject(nameof(parts), i, ".Schedule"));
            Subject steps = new(nameof(parts), i, ".Steps");
            end = Guard.Sum(end, Guard.NonNegative(copy[i].Steps, steps), steps);
            if (i < milestones.Length)
            {
                milestones[i] = end;
            }
        }

        return Sequential(Array.ConvertAll(copy, part => part.Schedule), milestones).As([copy]);
    }
}
