using LrMath.Structure;

namespace LrMath;

public static partial class Verbs
{
    extension(Func<int, double> schedule)
    {
        /// <summary>The schedule reflected between two values, high where it is low: <c>f.Mirror(a, b)(t) = (a + b) - f(t)</c>.</summary>
        /// <param name="low">One value, which is given where the schedule has the other; finite.</param>
        /// <param name="high">The other value; finite.</param>
        /// <returns>A pure function of the step. It throws for a negative step.</returns>
        /// <exception cref="ArgumentOutOfRangeException">A value or their sum is not finite.</exception>
        /// <exception cref="ArgumentException">The schedule is a multicast delegate.</exception>
        /// <remarks>Momentum in counter-phase: build the same schedule between 0.85 and 0.95, then <c>Mirror(0.85, 0.95)</c>. A schedule
        /// with other ends is not brought between the two values: a rate from 0 to 0.1 gives 1.7 to 1.8.</remarks>
        /// <example><code>Schedule.Linear(0.85, 0.95, 10).Mirror(0.85, 0.95)(10) // 0.85</code></example>
        public Func<int, double> Mirror(double low, double high)
        {
            double sum = Guard.Result(Guard.Finite(low) + Guard.Finite(high), high, "the sum of both", nameof(high));
            return new MapNode<SubtractedFrom>(Guard.Node(schedule), new(sum)).As(schedule, [low, high]);
        }
    }

    private readonly record struct SubtractedFrom(double Sum) : IUnaryOperator
    {
        public TVector Invoke<TVector>(TVector value)
            where TVector : struct, IVector<TVector> => Saturation.Saturated(Sum - value);
    }
}
