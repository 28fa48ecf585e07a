using LrMath.Structure;
using static LrMath.Structure.Calls;

namespace LrMath;

public static partial class Verbs
{
    extension(Func<int, double> schedule)
    {
        /// <summary>A ramp up to the schedule's first value, then the schedule from its own step 0: <c>f.Warmup(n)(t) = t &lt; n ? shape(from, f(0), t / n) : f(t - n)</c>.</summary>
        /// <param name="steps">The length of the ramp in steps, 0 or more; 0 leaves the schedule as it is. The first update uses <paramref name="from"/>, update number <paramref name="steps"/> the full value.</param>
        /// <param name="from">The value at step 0, in the unit of the schedule's value (not a share of it); finite.</param>
        /// <param name="shape">The way up; none means <see cref="Shapes.Linear"/>.</param>
        /// <returns>A pure function of the step. It throws for a negative step.</returns>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="steps"/> is negative, <paramref name="from"/> is not finite, or the shape has no way from it to the first value.</exception>
        /// <exception cref="ArgumentException">The schedule is a multicast delegate, or its value at step 0 is not finite.</exception>
        /// <remarks>
        /// The schedule is asked once, for its step 0, when the warm-up is built. Its own length does not include the warm-up: 500 and 9,500
        /// steps make 10,000. optax's warmup_cosine and Transformers count a total that includes it; PyTorch's is a SequentialLR of LinearLR
        /// and the schedule. If the first update must not use 0, start one step on: <c>f.Warmup(n + 1).Shift(1)</c> gives (t + 1) / (n + 1).
        /// A warm-up laid over a schedule that runs on underneath: <c>f.Shift(n).Warmup(n)</c>.
        /// </remarks>
        public Func<int, double> Warmup(int steps, double from = 0, Shape? shape = null)
        {
            Guard.NonNegative(steps);
            from = Guard.Finite(from);
            Shape way = Guard.Shape(shape ?? Shapes.Linear, nameof(shape));
            double first = Guard.FirstValue(Guard.Schedule(schedule), 0);
            Guard.Way(way, first, from, nameof(from), nameof(shape));
            return Schedule.Ramp(from, first, steps, way).Then(schedule, at: steps).As(schedule, [steps, Option(from, 0.0), Option(shape, null)]);
        }
    }
}
