using LrMath.Structure;

namespace LrMath;

public static partial class Verbs
{
    extension(Func<int, double> schedule)
    {
        /// <summary>A schedule of samples or tokens as one of steps, each of which takes several: <c>f.Stride(n)(t) = f(n·t)</c>.</summary>
        /// <param name="size">How many of the schedule's own steps a step takes: the batch size, if it counts samples; 1 or more.</param>
        /// <returns>A pure function of the step; where <c>n·t</c> is beyond <see cref="int.MaxValue"/>, that is asked instead. It throws for a negative step.</returns>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is not positive.</exception>
        /// <exception cref="ArgumentException">The schedule is a multicast delegate.</exception>
        /// <remarks>Megatron's schedules count samples, step by step as many as are in a batch. <c>f.PerEpoch(n).Stride(m)</c> is f(⌊m·t / n⌋). It undoes <c>PerEpoch</c>: <c>f.PerEpoch(n).Stride(n)</c> is f.</remarks>
        public Func<int, double> Stride(int size) =>
            new StrideNode(ScheduleNode.Of(Guard.Schedule(schedule)), Guard.Positive(size)).As(schedule, [size]);
    }
}
