using LrMath.Structure;
using static LrMath.Structure.Calls;

namespace LrMath;

public static partial class Verbs
{
    extension(Func<int, double> schedule)
    {
        /// <summary>
        /// The schedule faster or slower, <paramref name="size"/> of its own steps in every <paramref name="every"/> steps:
        /// <c>f.Stride(m, every: n)(t) = f(⌊m·t / n⌋)</c>.
        /// </summary>
        /// <param name="size">How many of the schedule's own steps are taken: the batch size, if it counts samples; 1 or more.</param>
        /// <param name="every">In how many steps; 1 or more. As many as <paramref name="size"/> leave the schedule as it is, more make it
        /// slower.</param>
        /// <returns>
        /// A pure function of the step; where <c>⌊m·t / n⌋</c> is beyond <see cref="int.MaxValue"/>, the last step is evaluated instead. It
        /// throws for a negative step.
        /// </returns>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> or <paramref name="every"/> is not positive.</exception>
        /// <exception cref="ArgumentException">The schedule is a multicast delegate.</exception>
        /// <remarks>
        /// The quotient is one of whole numbers, exact at every step. A plan of 10,000 steps that is to last 15,000 is
        /// <c>f.Stride(2, every: 3)</c>; twice the batch size, half the updates, is <c>f.Stride(2)</c>. With a size of 1 it is
        /// <c>PerEpoch</c>, which it undoes: <c>f.PerEpoch(n).Stride(n)</c> is f. Megatron's schedules count samples (increment),
        /// composer's scale_schedule_ratio stretches the lengths themselves. By a fraction that is known during the run only:
        /// <c>ByProgress</c>.
        /// </remarks>
        /// <example><code>Schedule.Linear(1, 0, 10).Stride(3, every: 2)(3) == 0.6</code></example>
        public Func<int, double> Stride(int size, int every = 1) =>
            StrideNode.Of(Guard.Node(schedule), Guard.Positive(size), Guard.Positive(every)).As(schedule, [size, Optional(every, 1)]);
    }
}
