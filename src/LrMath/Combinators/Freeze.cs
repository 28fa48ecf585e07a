using LrMath.Structure;

namespace LrMath;

public static partial class Verbs
{
    extension(Func<int, double> schedule)
    {
        /// <summary>The schedule up to a step, whose value is held from then on: <c>f.Freeze(n)(t) = f(min(t, n))</c>.</summary>
        /// <param name="at">The step whose value is held, 0 or more.</param>
        /// <returns>A pure function of the step. It throws for a negative step.</returns>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="at"/> is negative.</exception>
        /// <exception cref="ArgumentException">The schedule is a multicast delegate, or its value at the step is not finite.</exception>
        /// <remarks>mmengine's end of a window. The schedule is evaluated once, at that step, when this is built. The other end, see
        /// <c>Delay</c>; on to another value, see <c>BranchAt</c>.</remarks>
        /// <example><code>Schedule.Linear(1, 0, 10).Freeze(4)(9) == 0.6</code></example>
        public Func<int, double> Freeze(int at)
        {
            Guard.NonNegative(at);
            ScheduleNode node = Guard.Node(schedule);
            var entry = Entry.Of(node, at);
            ScheduleNode held = EnteredNode.From(entry.Start, new ConstantNode(entry.Value));
            return SequenceNode.Of([node, held], [at], fromOwnStart: true).As(schedule, [at]);
        }
    }
}
