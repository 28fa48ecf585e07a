using LrMath.Structure;

namespace LrMath;

public static partial class Verbs
{
    extension(Func<int, double> schedule)
    {
        /// <summary>The schedule, no lower than one value and no higher than another: <c>f.Clamp(a, b)(t) = min(max(f(t), a),
        /// b)</c>.</summary>
        /// <param name="low">The lowest value, in the unit of the schedule's value; finite.</param>
        /// <param name="high">The highest value; finite, not below <paramref name="low"/>.</param>
        /// <returns>A pure function of the step. It throws for a negative step.</returns>
        /// <exception cref="ArgumentOutOfRangeException">A limit is not finite, or <paramref name="high"/> is below
        /// <paramref name="low"/>.</exception>
        /// <exception cref="ArgumentException">The schedule is a multicast delegate.</exception>
        /// <remarks>The floor of fairseq, NeMo, MLX and MXNet: it flattens the tail. PyTorch's eta_min and Keras' alpha compress the whole
        /// curve instead: give the builder its end.</remarks>
        /// <example><code>Schedule.Linear(1, 0, 10).Clamp(0.2, 0.5)(9) == 0.2</code></example>
        public Func<int, double> Clamp(double low, double high)
        {
            low = Guard.Finite(low);
            high = Guard.AtLeast(high, low) + 0.0;
            return new MapNode<Clamped>(Guard.Node(schedule), new(low, high)).As(schedule, [low, high]);
        }
    }

    private readonly record struct Clamped(double Low, double High) : IUnaryOperator
    {
        // The sum makes a negative zero a positive one: the instructions do not say which of two zeros they give.
        public TVector Invoke<TVector>(TVector value)
            where TVector : struct, IVector<TVector> => TVector.MinNative(High, TVector.MaxNative(Low, value)) + 0;
    }
}
