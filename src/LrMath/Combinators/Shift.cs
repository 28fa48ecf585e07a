using LrMath.Structure;

namespace LrMath;

public static partial class Verbs
{
    extension(Func<int, double> schedule)
    {
        /// <summary>
        /// The schedule a number of steps earlier, or with a negative number later:
        /// <c>f.Shift(n)(t) = t + n &lt; 0 ? f's start : f(t + n)</c>, where the start is the value at which the schedule starts, as in
        /// <c>Delay</c>.
        /// </summary>
        /// <param name="steps">
        /// How many steps earlier. Above 0 the first <paramref name="steps"/> steps are skipped; below 0 the first value is held for
        /// -<paramref name="steps"/> steps.
        /// </param>
        /// <returns>
        /// A pure function of the step; a step whose sum with <paramref name="steps"/> is beyond <see cref="int.MaxValue"/> has the
        /// value of that one. It throws for a negative step.
        /// </returns>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="steps"/> is -2,147,483,648, one less than is legal.</exception>
        /// <exception cref="ArgumentException">
        /// The schedule is a multicast delegate, or <paramref name="steps"/> is negative and the value at step 0 is not finite.
        /// </exception>
        /// <remarks>
        /// Two shifts in one direction add up: <c>f.Shift(m).Shift(n)</c> is <c>f.Shift(m + n)</c>. <c>f.Shift(-n)</c> is
        /// <c>f.Delay(n)</c> (optax's transition_begin). A shift by 1 or -1 is the difference between libraries that count an update
        /// before or after it is made.
        /// </remarks>
        /// <example><code>Schedule.Linear(1, 0, 10).Shift(-5)(7) == 0.8</code></example>
        public Func<int, double> Shift(int steps) =>
            Guard.AtLeast(steps, -int.MaxValue) < 0
                ? schedule.Delay(-steps).As(schedule, [steps])
                : ShiftNode.Of(Guard.Node(schedule), steps).As(schedule, [steps]);
    }
}
