using LrMath.Structure;
using static LrMath.Structure.Calls;

namespace LrMath;

public static partial class Verbs
{
    extension(Func<int, double> schedule)
    {
        /// <summary>Leaves the schedule at a step, and goes on from the value reached there to another one, which is held: <c>f.BranchAt(s,
        /// end, n)(t) = t &lt; s ? f(t) : shape(f(s), end, (t - s) / n)</c>.</summary>
        /// <param name="step">Where the schedule is left, in steps, 0 or more.</param>
        /// <param name="end">The value that is held in the end; finite.</param>
        /// <param name="steps">The length of the way there in steps, 0 or more.</param>
        /// <param name="shape">The way; none means <see cref="Shapes.Linear"/>.</param>
        /// <returns>A pure function of the step. It throws for a negative step.</returns>
        /// <exception cref="ArgumentOutOfRangeException">A length is negative, <paramref name="end"/> is not finite, or the shape has no
        /// way from the value reached.</exception>
        /// <exception cref="ArgumentException">The schedule or the shape is a multicast delegate, or the schedule's value at the step is
        /// not finite.</exception>
        /// <remarks>The decay of a warm-up-stable-decay run whose length was not known before; OLMo's OverrideDecay. The schedule is
        /// evaluated once, at that step, when this is built.</remarks>
        /// <example><code>Schedule.Constant(1).BranchAt(10, 0, 4)(12) == 0.5</code></example>
        public Func<int, double> BranchAt(int step, double end, int steps, Shape? shape = null)
        {
            Guard.NonNegative(step);
            Guard.NonNegative(steps);
            end = Guard.Finite(end);
            var formula = ShapeFormula.Of(Guard.Shape(shape ?? Shapes.Linear, nameof(shape)));
            ScheduleNode node = Guard.Node(schedule);
            var entry = Entry.Of(node, step);
            formula.Check(entry.Value, end, nameof(end));
            ScheduleNode branch = EnteredNode.From(entry.Start, formula.CreateRamp(entry.Value + 0.0, end, steps));
            return SequenceNode.Of([node, branch], [step], fromOwnStart: true).As(schedule, [step, end, steps, Optional(shape, null)]);
        }

        /// <summary>
        /// Leaves the schedule at a step, and goes over to another one that is followed at the same steps:
        /// <c>f.BranchAt(s, g, n)(t) = t &lt; s ? f(t) : t &lt; s + n ? shape(f(s), g(s + n), (t - s) / n) : g(t)</c>.
        /// </summary>
        /// <param name="step">Where the schedule is left, in steps, 0 or more.</param>
        /// <param name="next">The schedule that is followed from step <c>step + steps</c> on, at the steps of the run, not from its own
        /// step 0.</param>
        /// <param name="steps">The length of the way there in steps, 0 or more, at most 2,147,483,647 together with
        /// <paramref name="step"/>.</param>
        /// <param name="shape">The way; none means <see cref="Shapes.Linear"/>.</param>
        /// <returns>A pure function of the step. It throws for a negative step.</returns>
        /// <exception cref="ArgumentOutOfRangeException">
        /// A length is negative or their sum too large, or the shape has no way between the two values.
        /// </exception>
        /// <exception cref="ArgumentNullException"><paramref name="next"/> is null.</exception>
        /// <exception cref="ArgumentException">
        /// A schedule or the shape is a multicast delegate, or a value at an end of the way is not finite.
        /// </exception>
        /// <remarks>
        /// A run that is made longer: <c>lr.BranchAt(10_000, Schedule.Cosine(0.1, 0, 30_000), 500)</c> warms up again, from the value that
        /// is reached at step 10,000 onto the longer schedule, and the new length is written once. The schedules are evaluated at the two
        /// ends of the way when this is built. Continual pre-training (Gupta et al., arXiv:2308.04014); Megatron's override of a
        /// checkpoint's schedule is the jump that a way of 0 steps gives. From the other one's own step 0: <c>Then</c>.
        /// </remarks>
        /// <example><code>Schedule.Linear(1, 0, 10).BranchAt(8, Schedule.Linear(1, 0, 20), 2)(10) == 0.5</code></example>
        public Func<int, double> BranchAt(int step, Func<int, double> next, int steps, Shape? shape = null)
        {
            Guard.NonNegative(step);
            int joined = Guard.Sum(step, Guard.NonNegative(steps), nameof(steps));
            Shape way = Guard.Shape(shape ?? Shapes.Linear, nameof(shape));
            var left = Entry.Of(Guard.Node(schedule), step);
            var met = Entry.Of(Guard.Node(next), joined, nameof(next));
            Guard.Way(way, left.Value, met.Start, new Subject(nameof(next), joined, Words: "the value of next at step "), nameof(shape));
            Func<int, double> branch = Schedule.Ramp(left.Value, met.Start, steps, way).Then(next.Shift(joined), at: steps);
            return schedule
                .Then(EnteredNode.From(left.Start, ScheduleNode.Of(branch)).At, at: step)
                .As(schedule, [step, next, steps, Optional(shape, null)]);
        }
    }
}
