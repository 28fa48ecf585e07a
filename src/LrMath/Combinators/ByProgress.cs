using LrMath.Structure;

namespace LrMath;

public static partial class Verbs
{
    extension(Func<int, double> schedule)
    {
        /// <summary>
        /// The schedule as a pure function of progress, a fraction between 0 and 1 that is known outside: <c>f.ByProgress(n)(p) =
        /// f(⌊p·n⌋)</c>.
        /// </summary>
        /// <param name="steps">The schedule's own step that stands for a progress of 1, 0 or more: the resolution.</param>
        /// <returns>
        /// A pure function of progress. Below 0 it counts as 0, above 1 as 1; NaN throws <see cref="ArgumentOutOfRangeException"/>. A
        /// progress that was computed as <c>(double)k / n</c> is step k, whatever the rounding of the quotient.
        /// </returns>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="steps"/> is negative.</exception>
        /// <exception cref="ArgumentException">The schedule is a multicast delegate.</exception>
        /// <remarks>
        /// Where the length of a run is a budget of time, tokens or money: <c>lr.ByProgress(10_000)(elapsed / budget)</c>. Build
        /// the schedule over as many steps as you want the curve resolved in, with any builders and verbs, and call this last.
        /// Stable-Baselines3's schedules are functions of the progress that remains, 1 - p. As a schedule of steps again, with
        /// <c>progress</c> a function of the step, see the other overload.
        /// </remarks>
        /// <example><code>Schedule.Linear(1, 0, 100).ByProgress(100)(0.6) == 0.4</code></example>
        public Func<double, double> ByProgress(int steps)
        {
            Guard.Schedule(schedule);
            Guard.NonNegative(steps);
            return progress => schedule(ProgressNode.StepAt(progress, steps));
        }

        /// <summary>
        /// The schedule followed at the pace of a progress that is itself a function of the step:
        /// <c>f.ByProgress(n, progress)(t) = f(⌊n·min(max(progress(t), 0), 1)⌋)</c>.
        /// </summary>
        /// <param name="steps">The schedule's own step that stands for a progress of 1, 0 or more: the resolution.</param>
        /// <param name="progress">Step → the share of the run that is done, a fraction; below 0 it counts as 0, above 1 as 1.</param>
        /// <returns>
        /// A pure function of the step, as pure as <paramref name="progress"/>, and a schedule for all other verbs. It throws for a
        /// negative step, and <see cref="ArgumentOutOfRangeException"/> where the progress is NaN.
        /// </returns>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="steps"/> is negative.</exception>
        /// <exception cref="ArgumentNullException"><paramref name="progress"/> is null.</exception>
        /// <exception cref="ArgumentException">A schedule is a multicast delegate.</exception>
        /// <remarks>
        /// Tokens that are not the same number in every step: <c>lr.ByProgress(100_000, step => tokens[step] / budget)</c>, from a log or
        /// a plan of batch sizes. The library reads no clock: a function that does is yours, and then two calls for one step need not
        /// agree. A product that rounding left at the double just below a whole number counts as that number: 3.3 / 33 · 10 is step 1.
        /// </remarks>
        /// <example><code>Schedule.Linear(1, 0, 100).ByProgress(100, Schedule.Linear(0, 1, 8))(2) == 0.75</code></example>
        public Func<int, double> ByProgress(int steps, Func<int, double> progress) =>
            new ProgressNode(Guard.Node(schedule), Guard.Node(progress), Guard.NonNegative(steps)).As(schedule, [steps, progress]);
    }
}
