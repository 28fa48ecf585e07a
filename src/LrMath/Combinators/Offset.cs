using LrMath.Structure;

namespace LrMath;

public static partial class Verbs
{
    extension(Func<int, double> schedule)
    {
        /// <summary>The schedule plus a constant: <c>f.Offset(c)(t) = f(t) + c</c>.</summary>
        /// <param name="value">What is added, in the unit of the schedule's value; finite.</param>
        /// <returns>A pure function of the step. It throws for a negative step.</returns>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not finite.</exception>
        /// <exception cref="ArgumentException">The schedule is a multicast delegate.</exception>
        /// <remarks>With <c>Scale</c> an affine floor: <c>f.Scale(1 - floor).Offset(floor)</c> compresses the whole curve, where
        /// <c>Clamp</c> flattens its tail.</remarks>
        /// <example><code>Schedule.Linear(1, 0, 10).Offset(0.5)(5) == 1</code></example>
        public Func<int, double> Offset(double value) =>
            new MapNode<Added>(Guard.Node(schedule), new(Guard.Finite(value))).As(schedule, [value]);
    }

    private readonly record struct Added(double Value) : IUnaryOperator
    {
        public TVector Invoke<TVector>(TVector value)
            where TVector : struct, IVector<TVector> => Saturation.Saturated(value + Value);
    }
}
