using LrMath.Structure;

namespace LrMath;

public static partial class Verbs
{
    extension(Func<int, double> schedule)
    {
        /// <summary>Another schedule from a milestone on, from its own step 0: <c>f.Then(g, n)(t) = t &lt; n ? f(t) : g(t -
        /// n)</c>.</summary>
        /// <param name="next">The schedule that is evaluated from the milestone on.</param>
        /// <param name="at">The milestone: the first step of <paramref name="next"/>, 0 or more; 0 leaves nothing of the first
        /// schedule.</param>
        /// <returns>A pure function of the step. It throws for a negative step.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="next"/> is null.</exception>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="at"/> is negative.</exception>
        /// <exception cref="ArgumentException">A schedule is a multicast delegate.</exception>
        /// <remarks>More than two: <see cref="Schedule.Sequential"/>. From the value that is reached, not from one of its own:
        /// <c>BranchAt</c>.</remarks>
        /// <example><code>Schedule.Linear(1, 0, 4).Then(Schedule.Constant(0.5), at: 4)(4) == 0.5</code></example>
        public Func<int, double> Then(Func<int, double> next, int at) =>
            SequenceNode.Of([Guard.Node(schedule), Guard.Node(next)], [Guard.NonNegative(at)], fromOwnStart: true).As(schedule, [next, at]);
    }
}
