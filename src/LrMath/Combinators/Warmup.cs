using LrMath.Structure;
using static LrMath.Structure.Calls;

namespace LrMath;

public static partial class Verbs
{
    extension(Func<int, double> schedule)
    {
        /// <summary>
        /// A ramp up to the value at which the schedule starts, then the schedule from its own step 0:
        /// <c>f.Warmup(n)(t) = t &lt; n ? shape(from, f's start, t / n) : f(t - n)</c>.
        /// </summary>
        /// <param name="steps">
        /// The length of the ramp in steps, 0 or more; 0 leaves the schedule as it is.
        /// </param>
        /// <param name="from">The value at step 0, in the unit of the schedule's value (not a share of it); finite.</param>
        /// <param name="shape">The way up; none means <see cref="Shapes.Linear"/>.</param>
        /// <param name="ends">
        /// Which ends of the ramp are values of its steps. By default the start only: the first update uses <paramref name="from"/>, the
        /// first one after the warm-up the full value. With <see cref="WarmupEnds.Neither"/> step t is at (t + 1) / (n + 1), so no update
        /// uses <paramref name="from"/>.
        /// </param>
        /// <returns>A pure function of the step. It throws for a negative step.</returns>
        /// <exception cref="ArgumentOutOfRangeException">
        /// <paramref name="steps"/> is negative, <paramref name="from"/> is not finite, the shape has no way from it to the start, or
        /// <paramref name="ends"/> is not one of the named values.
        /// </exception>
        /// <exception cref="ArgumentException">The schedule or the shape is a multicast delegate, or the schedule's value at step 0 is not
        /// finite.</exception>
        /// <remarks>
        /// <para>The start is <c>f(0)</c>, except where a ramp of length 0 stands there: <c>f(0)</c> is the end of that ramp, and the
        /// warm-up leads to its start, as it does for any longer ramp. <c>Schedule.Cosine(3e-4, 0, total - n).Warmup(n)</c> with a total of
        /// n climbs to 3e-4 and is 0 from step n on. Verbs keep the start: <c>Schedule.Cosine(3e-4, 0, 0).Scale(2)</c> starts at 6e-4. A
        /// function of your own starts at its value at step 0.</para>
        /// <para>The schedule is evaluated once, at its step 0, when the warm-up is built. Its own length does not include the warm-up: 500
        /// and 9,500 steps make 10,000. optax's warmup_cosine and Transformers count a total that includes it; PyTorch's is a SequentialLR
        /// of LinearLR and the schedule. A warm-up laid over a schedule that runs on underneath: <c>f.Shift(n).Warmup(n)</c>.</para>
        /// </remarks>
        /// <example><code>Schedule.Cosine(1, 0, 0).Warmup(100)(99) == 0.99</code></example>
        /// <example><code>Schedule.Constant(1).Warmup(4, ends: WarmupEnds.Neither)(0) == 0.2</code></example>
        public Func<int, double> Warmup(int steps, double from = 0, Shape? shape = null, WarmupEnds ends = WarmupEnds.Start)
        {
            Guard.NonNegative(steps);
            from = Guard.Finite(from);
            Guard.Defined(ends);
            var formula = ShapeFormula.Of(Guard.Shape(shape ?? Shapes.Linear, nameof(shape)));
            ScheduleNode node = Guard.Node(schedule);
            double start = Entry.Of(node, 0).Start + 0.0;
            formula.Check(start, from, nameof(from));
            return SequenceNode
                .Of([CreateWarmup(from, start, steps, formula, ends), node], [steps], fromOwnStart: true)
                .As(schedule, [steps, Optional(from, 0.0), Optional(shape, null), Optional(ends, WarmupEnds.Start)]);
        }
    }

    /// <summary>The ramp of a warm-up. One that is never at its start begins a step early, one that uses its end ends a step
    /// early.</summary>
    private static ScheduleNode CreateWarmup(double from, double full, int steps, ShapeFormula shape, WarmupEnds ends)
    {
        if (ends == WarmupEnds.Start)
        {
            return shape.CreateRamp(from, full, steps);
        }

        double first = ends == WarmupEnds.Both ? 0 : -1;
        double last = ends == WarmupEnds.Neither ? steps : steps - 1.0;
        return first >= last ? new ConstantNode(from) : shape.CreateNode(new Segment(from, full, first, last));
    }
}
