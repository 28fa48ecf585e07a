using LrMath.Structure;

namespace LrMath;

public static partial class Verbs
{
    extension(Func<int, double> schedule)
    {
        /// <summary>
        /// The first steps of the schedule forwards, backwards, forwards and so on: <c>f.PingPong(n)(t) = f(n - |n - t mod 2n|)</c>. What
        /// has fallen for n steps rises again in as many.
        /// </summary>
        /// <param name="steps">The length of one way in steps, 1 or more; the way turns at the schedule's steps 0 and
        /// <paramref name="steps"/>.</param>
        /// <returns>A pure function of the step, without an end. It throws for a negative step.</returns>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="steps"/> is not positive.</exception>
        /// <exception cref="ArgumentException">The schedule is a multicast delegate.</exception>
        /// <remarks>
        /// PyTorch's CosineAnnealingLR past its T_max: <c>Cosine(lr, eta_min, n).PingPong(n)</c>, within rounding <c>CosineWave</c>; here
        /// any schedule rises again. Unity's Mathf.PingPong, the alternate of animations. Forwards only: <c>Repeat</c>; once backwards:
        /// <c>Reverse</c>.
        /// </remarks>
        /// <example><code>Schedule.Linear(1, 0, 4).PingPong(4)(7) == 0.75</code></example>
        public Func<int, double> PingPong(int steps)
        {
            Guard.Positive(steps);
            Func<int, double> thereAndBack = Guard.Schedule(schedule).Then(schedule.Reverse(steps), at: steps);
            return (steps <= int.MaxValue / 2 ? thereAndBack.Repeat(2 * steps) : thereAndBack).As(schedule, [steps]);
        }
    }
}
