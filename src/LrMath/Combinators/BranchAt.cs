using LrMath.Structure;
using static LrMath.Structure.Calls;

namespace LrMath;

public static partial class Verbs
{
    extension(Func<int, double> schedule)
    {
        /// <summary>Leaves the schedule at a step, and goes on from the value reached there to another one, which is held: <c>f.BranchAt(s, end, n)(t) = t &lt; s ? f(t) : shape(f(s), end, (t - s) / n)</c>.</summary>
        /// <param name="step">Where the schedule is left, in steps, 0 or more.</param>
        /// <param name="end">The value that is held in the end; finite.</param>
        /// <param name="steps">The length of the way there in steps, 0 or more.</param>
        /// <param name="shape">The way; none means <see cref="Shapes.Linear"/>.</param>
        /// <returns>A pure function of the step. It throws for a negative step.</returns>
        /// <exception cref="ArgumentOutOfRangeException">A length is negative, <paramref name="end"/> is not finite, or the shape has no way from the value reached.</exception>
        /// <exception cref="ArgumentException">The schedule is a multicast delegate, or its value at the step is not finite.</exception>
        /// <remarks>The decay of a warm-up-stable-decay run whose length was not known before; OLMo's OverrideDecay. The schedule is asked once, for that step, when this is built.</remarks>
        public Func<int, double> BranchAt(int step, double end, int steps, Shape? shape = null)
        {
            Guard.NonNegative(step);
            Guard.NonNegative(steps);
            end = Guard.Finite(end);
            Shape way = Guard.Shape(shape ?? Shapes.Linear, nameof(shape));
            Entry entry = Entry.Of(Guard.Schedule(schedule), step);
            Guard.Way(way, entry.Value, end, nameof(end), nameof(shape));
            ScheduleNode branch = EnteredNode.From(entry.Start, ScheduleNode.Of(Schedule.Ramp(entry.Value, end, steps, way)));
            return schedule.Then(branch.At, at: step).As(schedule, [step, end, steps, Option(shape, null)]);
        }
    }
}
