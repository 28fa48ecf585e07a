using LrMath.Structure;

namespace LrMath;

public static partial class Verbs
{
    extension(Func<int, double> schedule)
    {
        /// <summary>The schedule's first value held for some steps, then the schedule from its own step 0: <c>f.Delay(n)(t) = f(max(t - n, 0))</c>.</summary>
        /// <param name="steps">How long the first value is held, in steps, 0 or more.</param>
        /// <returns>A pure function of the step. It throws for a negative step.</returns>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="steps"/> is negative.</exception>
        /// <exception cref="ArgumentException">The schedule is a multicast delegate, or its value at step 0 is not finite.</exception>
        /// <remarks>optax's transition_begin. The schedule is asked once, for its step 0, when the delay is built. Another value until then: <c>Schedule.Constant(v).Then(f, at: n)</c>.</remarks>
        public Func<int, double> Delay(int steps)
        {
            Guard.NonNegative(steps);
            return Schedule.Constant(Guard.FirstValue(Guard.Schedule(schedule), 0)).Then(schedule, at: steps).As(schedule, [steps]);
        }
    }
}
