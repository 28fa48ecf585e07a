using LrMath.Structure;

namespace LrMath;

public static partial class Verbs
{
    extension(Func<int, double> schedule)
    {
        /// <summary>The first steps of the schedule backwards, then its first value: <c>f.Reverse(n)(t) = f(max(n - t, 0))</c>.</summary>
        /// <param name="steps">The step that comes first, 0 or more; the schedule's step 0 comes at this step and is held from then
        /// on.</param>
        /// <returns>A pure function of the step. It throws for a negative step.</returns>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="steps"/> is negative.</exception>
        /// <exception cref="ArgumentException">The schedule is a multicast delegate.</exception>
        /// <remarks>
        /// What falls rises: <c>Schedule.Cosine(1, 0, n).Reverse(n)</c> is a warm-up with the values of the decay. Forwards and backwards
        /// in turn: <c>PingPong</c>.
        /// </remarks>
        /// <example><code>Schedule.Linear(1, 0, 4).Reverse(4)(3) == 0.75</code></example>
        public Func<int, double> Reverse(int steps) =>
            new ReverseNode(Guard.Node(schedule), Guard.NonNegative(steps)).As(schedule, [steps]);
    }
}
