using LrMath.Structure;

namespace LrMath;

public static partial class Verbs
{
    extension(Func<int, double> schedule)
    {
        /// <summary>The lower of two schedules: <c>f.Min(g)(t) = min(f(t), g(t))</c>.</summary>
        /// <param name="other">The other schedule, evaluated at the same steps.</param>
        /// <returns>A pure function of the step. It throws for a negative step.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
        /// <exception cref="ArgumentException">A schedule is a multicast delegate.</exception>
        /// <remarks>A falling ceiling over another schedule.</remarks>
        /// <example><code>Schedule.Linear(1, 0, 10).Min(Schedule.Constant(0.5))(2) == 0.5</code></example>
        public Func<int, double> Min(Func<int, double> other) =>
            CombineNode<Lower>.Of(default, Guard.Node(schedule), Guard.Node(other)).As(schedule, [other]);

        /// <summary>The schedule, no higher than a value: <c>f.Min(a)(t) = min(f(t), a)</c>. A clamp that has no lower limit.</summary>
        /// <param name="value">The highest value, in the unit of the schedule's value; finite.</param>
        /// <returns>A pure function of the step. It throws for a negative step.</returns>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not finite.</exception>
        /// <exception cref="ArgumentException">The schedule is a multicast delegate.</exception>
        /// <remarks>A ceiling of the rate, such as the max_lr of an adaptive scheduler. Both limits: <c>Clamp</c>.</remarks>
        /// <example><code>Schedule.Linear(1, 0, 10).Min(0.5)(2) == 0.5</code></example>
        public Func<int, double> Min(double value) =>
            new MapNode<AtMost>(Guard.Node(schedule), new(Guard.Finite(value))).As(schedule, [value]);
    }

    // As in Clamp: the sum makes a negative zero a positive one.
    private readonly record struct AtMost(double Value) : IUnaryOperator
    {
        public TVector Invoke<TVector>(TVector value)
            where TVector : struct, IVector<TVector> => TVector.MinNative(Value, value) + 0;
    }

    private readonly struct Lower : IBinaryOperator
    {
        public TVector Invoke<TVector>(TVector left, TVector right)
            where TVector : struct, IVector<TVector> => TVector.Min(left, right);
    }
}
