using LrMath.Structure;

namespace LrMath;

public static partial class Verbs
{
    extension(Func<int, double> schedule)
    {
        /// <summary>The first steps of the schedule over and over: <c>f.Repeat(n)(t) = f(t mod n)</c>.</summary>
        /// <param name="period">The number of steps that are repeated, 1 or more.</param>
        /// <returns>A pure function of the step. It throws for a negative step.</returns>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is not positive.</exception>
        /// <exception cref="ArgumentException">The schedule is a multicast delegate.</exception>
        /// <remarks>A range evaluates one period and copies it. Periods that grow, or are not whole:
        /// <see cref="Schedule.Restarts"/>.</remarks>
        /// <example><code>Schedule.Linear(1, 0, 4).Repeat(4)(9) == 0.75</code></example>
        public Func<int, double> Repeat(int period) => new RepeatNode(Guard.Node(schedule), Guard.Positive(period)).As(schedule, [period]);
    }
}
