using LrMath.Structure;

namespace LrMath;

public static partial class Verbs
{
    extension(Func<int, double> schedule)
    {
        /// <summary>The schedule without its first steps: <c>f.Shift(n)(t) = f(t + n)</c>.</summary>
        /// <param name="steps">How many steps are skipped, 0 or more.</param>
        /// <returns>A pure function of the step; a step whose sum with <paramref name="steps"/> is beyond <see cref="int.MaxValue"/> is answered as that one. It throws for a negative step.</returns>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="steps"/> is negative.</exception>
        /// <exception cref="ArgumentException">The schedule is a multicast delegate.</exception>
        /// <remarks>Two shifts add up: <c>f.Shift(m).Shift(n)</c> is <c>f.Shift(m + n)</c>. The other way round, see <c>Delay</c>.</remarks>
        public Func<int, double> Shift(int steps) =>
            new ShiftNode(ScheduleNode.Of(Guard.Schedule(schedule)), Guard.NonNegative(steps)).As(schedule, [steps]);
    }
}
