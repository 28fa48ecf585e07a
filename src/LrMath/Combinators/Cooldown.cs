using LrMath.Structure;
using static LrMath.Structure.Calls;

namespace LrMath;

public static partial class Verbs
{
    extension(Func<int, double> schedule)
    {
        /// <summary>The last steps of a run go from the value reached down to another one, which is held: <c>f.Cooldown(total, n, end)</c>
        /// is <c>f.BranchAt(total - n, end, n)</c>.</summary>
        /// <param name="totalSteps">The length of the run in steps, 0 or more; the end is reached at this step.</param>
        /// <param name="steps">The length of the cool-down in steps, from 0 to <paramref name="totalSteps"/>.</param>
        /// <param name="end">The value that is held in the end; finite.</param>
        /// <param name="shape">The way; none means <see cref="Shapes.Linear"/>, often better is <see cref="Shapes.SquareRoot"/>
        /// ("1-sqrt").</param>
        /// <returns>A pure function of the step. It throws for a negative step.</returns>
        /// <exception cref="ArgumentOutOfRangeException">A length is negative, the cool-down is longer than the run, <paramref name="end"/>
        /// is not finite, or the shape has no way from the value reached.</exception>
        /// <exception cref="ArgumentException">The schedule or the shape is a multicast delegate, or the schedule's value where the
        /// cool-down starts is not finite.</exception>
        /// <remarks>
        /// The decay of a warm-up-stable-decay run whose length is known: Megatron's wsd_decay_steps, the decay_ratio of torchtitan.
        /// Hägele et al., arXiv:2405.18392. The schedule is evaluated once, at step <c>totalSteps - steps</c>, when this is built. For a
        /// run whose length is not known before: <c>BranchAt</c>.
        /// </remarks>
        /// <example><code>Schedule.Constant(1).Cooldown(100, 20)(90) == 0.5</code></example>
        public Func<int, double> Cooldown(int totalSteps, int steps, double end = 0, Shape? shape = null)
        {
            Guard.NonNegative(totalSteps);
            Guard.NonNegative(steps);
            Guard.AtMost(steps, totalSteps, "the length of the run");
            return schedule
                .BranchAt(totalSteps - steps, end, steps, shape)
                .As(schedule, [totalSteps, steps, Optional(end, 0.0), Optional(shape, null)]);
        }
    }
}
