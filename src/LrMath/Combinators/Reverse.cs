using LrMath.Structure;

namespace LrMath;

public static partial class Verbs
{
    extension(Func<int, double> schedule)
    {
        /// <summary>The first steps of the schedule backwards, then its first value: <c>f.Reverse(n)(t) = f(max(n - t, 0))</c>.</summary>
        /// <param name="steps">The step that comes first, 0 or more; the schedule's step 0 comes at this step and is held from then
        /// on.</param>
        /// <returns>A pure function of the step. It throws for a negative step.</returns>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="steps"/> is negative.</exception>
        /// <exception cref="ArgumentException">The schedule is a multicast delegate.</exception>
        public Func<int, double> Reverse(int steps) =>
            new ReverseNode(Guard.Node(schedule), Guard.NonNegative(steps)).As(schedule, [steps]);
    }
}
