using LrMath.Structure;

namespace LrMath;

public static partial class Verbs
{
    extension(Func<int, double> schedule)
    {
        /// <summary>A function of the value, applied at each step: <c>f.Map(g)(t) = g(f(t))</c>.</summary>
        /// <param name="function">
        /// Value → value, both in units of your own choice; a pure function. It is called once for each step that is evaluated; where
        /// another verb leads to a ramp of length 0, also with the start of that ramp.
        /// </param>
        /// <returns>
        /// A function of the step, as pure as <paramref name="function"/>; what that gives is passed on as it is, also NaN. It throws for a
        /// negative step.
        /// </returns>
        /// <exception cref="ArgumentNullException"><paramref name="function"/> is null.</exception>
        /// <exception cref="ArgumentException">The schedule or the function is a multicast delegate.</exception>
        /// <remarks>
        /// For what no other verb does: <c>lr.Map(value => Math.Round(value, 6))</c>, <c>Map(Math.Sqrt)</c>, a rate from a temperature. A
        /// range evaluates the schedule under it as a range and calls the function value by value. <c>Scale</c>, <c>Offset</c>,
        /// <c>Clamp</c>, <c>Min</c>, <c>Max</c> and <c>Mirror</c> are faster for what their names say, and JSON can hold them; of a
        /// function of your own it holds a name, see <see cref="Data.ScheduleJson"/>. A function of the step and the value is a lambda:
        /// <c>step => g(step, lr(step))</c>.
        /// </remarks>
        /// <example><code>Schedule.Linear(4, 0, 4).Map(Math.Sqrt)(3) == 1</code></example>
        public Func<int, double> Map(Func<double, double> function) =>
            new ValueMapNode(Guard.Node(schedule), Guard.Function(function)).As(schedule, [function]);
    }
}
