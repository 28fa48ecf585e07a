using LrMath.Structure;

namespace LrMath;

public static partial class Verbs
{
    extension(Func<int, double> schedule)
    {
        /// <summary>The sum of two schedules: <c>f.Plus(g)(t) = f(t) + g(t)</c>.</summary>
        /// <param name="other">The other schedule, asked at the same steps.</param>
        /// <returns>A pure function of the step. It throws for a negative step.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
        /// <exception cref="ArgumentException">A schedule is a multicast delegate.</exception>
        /// <remarks>A constant summand is <c>Offset</c>. The operator + means something else for delegates and is refused.</remarks>
        public Func<int, double> Plus(Func<int, double> other) =>
            FoldNode<Sum>.Of(default, ScheduleNode.Of(Guard.Schedule(schedule)), ScheduleNode.Of(Guard.Schedule(other))).As(schedule, [other]);
    }

    private readonly struct Sum : IFold
    {
        public TLane Of<TLane>(TLane left, TLane right)
            where TLane : struct, ILane<TLane> => Saturation.Saturated(left + right);
    }
}
