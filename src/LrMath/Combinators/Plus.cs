using LrMath.Structure;

namespace LrMath;

public static partial class Verbs
{
    extension(Func<int, double> schedule)
    {
        /// <summary>The sum of two schedules: <c>f.Plus(g)(t) = f(t) + g(t)</c>.</summary>
        /// <param name="other">The other schedule, evaluated at the same steps.</param>
        /// <returns>A pure function of the step. It throws for a negative step.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
        /// <exception cref="ArgumentException">A schedule is a multicast delegate.</exception>
        /// <remarks>A constant summand is <c>Offset</c>. The operator + means something else for delegates and is refused.</remarks>
        /// <example><code>Schedule.Linear(1, 0, 4).Plus(Schedule.Constant(0.5))(1) == 1.25</code></example>
        public Func<int, double> Plus(Func<int, double> other) =>
            CombineNode<Sum>.Of(default, Guard.Node(schedule), Guard.Node(other)).As(schedule, [other]);
    }

    private readonly struct Sum : IBinaryOperator
    {
        public TVector Invoke<TVector>(TVector left, TVector right)
            where TVector : struct, IVector<TVector> => Saturation.Saturated(left + right);
    }
}
