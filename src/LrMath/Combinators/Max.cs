using LrMath.Structure;

namespace LrMath;

public static partial class Verbs
{
    extension(Func<int, double> schedule)
    {
        /// <summary>The higher of two schedules: <c>f.Max(g)(t) = max(f(t), g(t))</c>.</summary>
        /// <param name="other">The other schedule, evaluated at the same steps.</param>
        /// <returns>A pure function of the step. It throws for a negative step.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
        /// <exception cref="ArgumentException">A schedule is a multicast delegate.</exception>
        /// <remarks>A floor that is itself scheduled.</remarks>
        /// <example><code>Schedule.Linear(1, 0, 10).Max(Schedule.Constant(0.5))(8) == 0.5</code></example>
        public Func<int, double> Max(Func<int, double> other) =>
            CombineNode<Higher>.Of(default, Guard.Node(schedule), Guard.Node(other)).As(schedule, [other]);

        /// <summary>The schedule, no lower than a value: <c>f.Max(a)(t) = max(f(t), a)</c>. A clamp that has no upper limit.</summary>
        /// <param name="value">The lowest value, in the unit of the schedule's value; finite.</param>
        /// <returns>A pure function of the step. It throws for a negative step.</returns>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not finite.</exception>
        /// <exception cref="ArgumentException">The schedule is a multicast delegate.</exception>
        /// <remarks>
        /// The min_lr of fairseq, NeMo and MXNet: it flattens the tail of the curve. To compress the whole curve instead, give the builder
        /// its end. Both limits: <c>Clamp</c>.
        /// </remarks>
        /// <example><code>Schedule.Linear(1, 0, 10).Max(0.5)(8) == 0.5</code></example>
        public Func<int, double> Max(double value) =>
            new MapNode<AtLeast>(Guard.Node(schedule), new(Guard.Finite(value))).As(schedule, [value]);
    }

    // As in Clamp: the sum makes a negative zero a positive one.
    private readonly record struct AtLeast(double Value) : IUnaryOperator
    {
        public TVector Invoke<TVector>(TVector value)
            where TVector : struct, IVector<TVector> => TVector.MaxNative(Value, value) + 0;
    }

    private readonly struct Higher : IBinaryOperator
    {
        public TVector Invoke<TVector>(TVector left, TVector right)
            where TVector : struct, IVector<TVector> => TVector.Max(left, right);
    }
}
