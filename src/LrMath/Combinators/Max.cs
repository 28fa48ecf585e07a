using LrMath.Structure;

namespace LrMath;

public static partial class Verbs
{
    extension(Func<int, double> schedule)
    {
        /// <summary>The higher of two schedules: <c>f.Max(g)(t) = max(f(t), g(t))</c>.</summary>
        /// <param name="other">The other schedule, asked at the same steps.</param>
        /// <returns>A pure function of the step. It throws for a negative step.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
        /// <exception cref="ArgumentException">A schedule is a multicast delegate.</exception>
        /// <remarks>A floor that is itself scheduled.</remarks>
        public Func<int, double> Max(Func<int, double> other) =>
            CombineNode<Higher>.Of(default, ScheduleNode.Of(Guard.Schedule(schedule)), ScheduleNode.Of(Guard.Schedule(other))).As(schedule, [other]);
    }

    private readonly struct Higher : IBinaryOperator
    {
        public TVector Invoke<TVector>(TVector left, TVector right)
            where TVector : struct, IVector<TVector> => TVector.Max(left, right);
    }
}
