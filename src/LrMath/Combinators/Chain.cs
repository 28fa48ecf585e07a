using LrMath.Structure;

namespace LrMath;

public static partial class Schedule
{
    /// <summary>The product of schedules, step by step: <c>Chain(f, g)(t) = f(t)·g(t)</c>.</summary>
    /// <param name="schedules">The factors, one at least; multiplied from the left.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentNullException">The list or one of its schedules is null.</exception>
    /// <exception cref="ArgumentException">The list is empty, or a schedule is a multicast delegate.</exception>
    /// <remarks>
    /// composer's list of schedulers, Burn's Composed (product). PyTorch's ChainedScheduler is this product only while each member
    /// multiplies the rate that it finds; there, members that set the rate overwrite each other.
    /// </remarks>
    /// <example><code>Schedule.Chain(Schedule.Constant(0.1), Schedule.Step(1, 0.5, every: 10))(10) == 0.05</code></example>
    public static Func<int, double> Chain(params IReadOnlyList<Func<int, double>> schedules)
    {
        Func<int, double>[] factors = Guard.Schedules(schedules);
        return CombineNode<Product>.Of(default, ScheduleNode.Of(factors)).As([.. factors]);
    }

    private readonly struct Product : IBinaryOperator
    {
        // The zero added makes a negative zero, of a negative factor and a zero, the plain one.
        public TVector Invoke<TVector>(TVector left, TVector right)
            where TVector : struct, IVector<TVector> => Saturation.Saturated(left * right) + 0;
    }
}

public static partial class Verbs
{
    extension(Func<int, double> schedule)
    {
        /// <summary>The product with other schedules, step by step: <c>f.Chain(g)(t) = f(t)·g(t)</c>.</summary>
        /// <param name="others">The other factors; none leaves the schedule as it is.</param>
        /// <returns>A pure function of the step. It throws for a negative step.</returns>
        /// <exception cref="ArgumentNullException">The list or one of its schedules is null.</exception>
        /// <exception cref="ArgumentException">A schedule is a multicast delegate.</exception>
        /// <remarks>See <see cref="Schedule.Chain"/>.</remarks>
        /// <example><code>Schedule.Linear(1, 0, 4).Chain(Schedule.Constant(0.5))(2) == 0.25</code></example>
        public Func<int, double> Chain(params IReadOnlyList<Func<int, double>> others)
        {
            ArgumentNullException.ThrowIfNull(others);
            Func<int, double>[] factors = [.. others];
            for (int i = 0; i < factors.Length; i++)
            {
                Guard.Schedule(factors[i], new Subject(nameof(others), i));
            }

            return Schedule.Chain([Guard.Schedule(schedule), .. factors]).As(schedule, [.. factors]);
        }
    }
}
