using System.Runtime.CompilerServices;
using LrMath.Structure;

namespace LrMath;

public static partial class Verbs
{
    extension(Func<int, double> schedule)
    {
        /// <summary>The schedule times a constant: <c>f.Scale(k)(t) = k·f(t)</c>.</summary>
        /// <param name="factor">The factor, dimensionless; finite.</param>
        /// <returns>A pure function of the step. It throws for a negative step.</returns>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="factor"/> is not finite.</exception>
        /// <exception cref="ArgumentException">The schedule is a multicast delegate.</exception>
        /// <remarks>The rate of a parameter group, a batch-size rule, Burn's and timm's lr_scale.</remarks>
        /// <example><code>Schedule.Linear(1, 0, 4).Scale(0.5)(2) == 0.25</code></example>
        public Func<int, double> Scale(double factor) =>
            new MapNode<Times>(Guard.Node(schedule), new(Guard.Finite(factor))).As(schedule, [factor]);
    }

    private readonly record struct Times(double Factor) : IUnaryOperator
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Invoke<TVector>(TVector value)
            where TVector : struct, IVector<TVector> => Saturation.Saturated(value * Factor);
    }
}
