using LrMath.Structure;

namespace LrMath;

public static partial class Verbs
{
    extension(Func<int, double> schedule)
    {
        /// <summary>
        /// From one step on the schedule goes on as if that step were another one: <c>f.JumpAt(s, to: u)(t) = t &lt; s ? f(t) : f(t - s +
        /// u)</c>.
        /// </summary>
        /// <param name="step">The step of the jump, 0 or more; before it nothing changes.</param>
        /// <param name="to">The schedule's own step that is used there, 0 or more: earlier or later; 0 starts the schedule anew.</param>
        /// <returns>
        /// A pure function of the step; where <c>t - s + u</c> is beyond <see cref="int.MaxValue"/>, the last step is evaluated instead. It
        /// throws for a negative step.
        /// </returns>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> or <paramref name="to"/> is negative.</exception>
        /// <exception cref="ArgumentException">The schedule is a multicast delegate.</exception>
        /// <remarks>
        /// A run that is resumed with another position: from an earlier checkpoint (<c>to</c> below <c>step</c>), with the steps counted
        /// twice (<c>to</c> twice <c>step</c>), or with its scheduler started anew (<c>to: 0</c>). It is <c>f.Then(f.Shift(u), at: s)</c>.
        /// PyTorch's last_epoch, Megatron's override of the iteration.
        /// </remarks>
        /// <example><code>Schedule.Linear(1, 0, 10).JumpAt(6, to: 4)(6) == 0.6</code></example>
        public Func<int, double> JumpAt(int step, int to)
        {
            Guard.NonNegative(step);
            Guard.NonNegative(to);
            return Guard.Schedule(schedule).Then(schedule.Shift(to), at: step).As(schedule, [step, to]);
        }
    }
}
