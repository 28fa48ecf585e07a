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
            FoldNode<Lower>.Of(default, ScheduleNode.Of(Guard.Schedule(schedule)), ScheduleNode.Of(Guard.Schedule(other))).As(schedule, [other]);
    }

    private readonly struct Lower : IFold
    {
        public TLane Of<TLane>(TLane left, TLane right)
            where TLane : struct, ILane<TLane> => TLane.Min(left, right);
    }
}
