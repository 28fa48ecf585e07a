using LrMath.Structure;

namespace LrMath;

public static partial class Verbs
{
    extension(Func<int, double> schedule)
    {
        /// <summary>
        /// The schedule a number of steps earlier, or with a negative number later: <c>f.Shift(n)(t) = f(t + n)</c>, and <c>f(0)</c> where
        /// <c>t + n</c> is below 0.
        /// </summary>
        /// <param name="steps">
        /// How many steps earlier: above 0 so many first steps are skipped; below 0 the first value is held for so many steps first.
        /// </param>
        /// <returns>
        /// A pure function of the step; a step whose sum with <paramref name="steps"/> is beyond <see cref="int.MaxValue"/> is answered as
        /// that one. It throws for a negative step.
        /// </returns>
        /// <exception cref="ArgumentException">The schedule is a multicast delegate.</exception>
        /// <remarks>
        /// Two shifts in one direction add up: <c>f.Shift(m).Shift(n)</c> is <c>f.Shift(m + n)</c>. <c>f.Shift(-n)</c> has the values of
        /// <c>f.Delay(n)</c> (optax's transition_begin). A shift by 1 or -1 is the difference between libraries that count an update
        /// before or after it is made.
        /// </remarks>
        /// <example><code>Schedule.Linear(1, 0, 10).Shift(-5)(7) == 0.8</code></example>
        public Func<int, double> Shift(int steps) =>
            new ShiftNode(ScheduleNode.Of(Guard.Schedule(schedule)), steps).As(schedule, [steps]);
    }
}
