using LrMath.Structure;

namespace LrMath;

public static partial class Verbs
{
    extension(Func<int, double> schedule)
    {
        /// <summary>The lower of two schedules: <c>f.Min(g)(t) = min(f(t), g(t))</c>.</summary>
        /// <param name="other">The other schedule, asked at the same steps.</param>
        /// <returns>A pure function of the step. It throws for a negative step.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
        /// <exception cref="ArgumentException">A schedule is a multicast delegate.</exception>
        /// <remarks>A falling ceiling over another schedule.</remarks>
        public Func<int, double> Min(Func<int, double> other) =>
            CombineNode<Lower>.Of(default, ScheduleNode.Of(Guard.Schedule(schedule)), ScheduleNode.Of(Guard.Schedule(other))).As(schedule, [other]);
    }

    private readonly struct Lower : IBinaryOperator
    {
        public TVector Invoke<TVector>(TVector left, TVector right)
            where TVector : struct, IVector<TVector> => TVector.Min(left, right);
    }
}
