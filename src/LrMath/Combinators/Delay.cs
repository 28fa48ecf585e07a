using LrMath.Structure;

namespace LrMath;

public static partial class Verbs
{
    extension(Func<int, double> schedule)
    {
        /// <summary>
        /// The value at which the schedule starts held for some steps, then the schedule from its own step 0:
        /// <c>f.Delay(n)(t) = t &lt; n ? f's start : f(t - n)</c>.
        /// </summary>
        /// <param name="steps">How long the start is held, in steps, 0 or more.</param>
        /// <returns>A pure function of the step. It throws for a negative step.</returns>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="steps"/> is negative.</exception>
        /// <exception cref="ArgumentException">The schedule is a multicast delegate, or its value at step 0 is not finite.</exception>
        /// <remarks>
        /// The start is <c>f(0)</c>, except where a ramp of length 0 stands there: then it is the start of that ramp, as for any longer
        /// one, see <c>Warmup</c>. optax's transition_begin. The schedule is evaluated once, at its step 0, when the delay is built.
        /// Another value until then: <c>Schedule.Constant(v).Then(f, at: n)</c>.
        /// </remarks>
        /// <example><code>Schedule.Linear(1, 0, 10).Delay(5)(7) == 0.8</code></example>
        public Func<int, double> Delay(int steps)
        {
            Guard.NonNegative(steps);
            ScheduleNode node = Guard.Node(schedule);
            ConstantNode start = new(Entry.Of(node, 0).Start + 0.0);
            return SequenceNode.Of([start, node], [steps], fromOwnStart: true).As(schedule, [steps]);
        }
    }
}
