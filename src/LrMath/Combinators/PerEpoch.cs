using LrMath.Structure;

namespace LrMath;

public static partial class Verbs
{
    extension(Func<int, double> schedule)
    {
        /// <summary>A schedule of epochs as one of steps, each value held: <c>f.PerEpoch(n)(t) = f(⌊t / n⌋)</c>.</summary>
        /// <param name="stepsPerEpoch">The length of an epoch in steps, 1 or more, not necessarily whole; epoch k starts at the first step
        /// at or after k·n.</param>
        /// <returns>A pure function of the step. It throws for a negative step.</returns>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="stepsPerEpoch"/> is below 1 or not finite.</exception>
        /// <exception cref="ArgumentException">The schedule is a multicast delegate.</exception>
        /// <remarks>What a PyTorch loop does that calls <c>scheduler.step()</c> once an epoch.</remarks>
        /// <example><code>Schedule.Linear(1, 0, 10).PerEpoch(100)(250) == 0.8</code></example>
        public Func<int, double> PerEpoch(double stepsPerEpoch) =>
            SampleHoldNode.Of(Guard.Node(schedule), Guard.AtLeast(stepsPerEpoch, 1)).As(schedule, [stepsPerEpoch]);
    }
}
