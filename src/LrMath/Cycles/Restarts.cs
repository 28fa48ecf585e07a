using LrMath.Structure;
using static LrMath.Structure.Calls;

namespace LrMath;

public static partial class Schedule
{
    /// <summary>From <paramref name="peak"/> along a shape to <paramref name="floor"/>, restarted over and over; the periods may grow or
    /// shrink, and so may the peaks.</summary>
    /// <param name="peak">The value at step 0, and at each restart before <paramref name="peakDecay"/>; finite.</param>
    /// <param name="floor">The value that each cycle heads for, and that it would reach in the step of the next restart; finite.</param>
    /// <param name="period">The length of the first cycle in steps, 1 or more, not necessarily whole.</param>
    /// <param name="shape">The way from peak to floor: one of <see cref="Shapes"/>, or a formula of your own.</param>
    /// <param name="periodFactor">
    /// Each cycle is this many times as long as the one before; dimensionless, above 0, not necessarily whole. Below 1 the cycles are over
    /// after <c>period / (1 - periodFactor)</c> steps.
    /// </param>
    /// <param name="peakDecay">Each peak's height over the floor is this many times the one before; dimensionless, above 0.</param>
    /// <param name="cycles">How many cycles there are, 1 or more; then the floor is held. Null: they do not end.</param>
    /// <param name="warmupSteps">
    /// How many steps each cycle, the first one too, rises from <paramref name="floor"/> before it falls, 0 or more; they come on top of
    /// the periods.
    /// </param>
    /// <param name="warmupShape">The way up; none means <see cref="Shapes.Linear"/>.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite or out of its range, a shape has no way between a peak and the
    /// floor, or the periods change so slowly that more than a million cycles end before step 2,147,483,647.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="shape"/> is null.</exception>
    /// <exception cref="ArgumentException">A shape is a multicast delegate.</exception>
    /// <remarks>
    /// <code>
    /// value(step) = shape(top, floor, (step - start_i) / (start_i+1 - start_i)) in cycle i
    /// start_i = period·(1 + periodFactor + … + periodFactor^(i-1)), top = floor + (peak - floor)·peakDecay^i
    /// </code>
    /// Cycle i begins at the first whole step at or after start_i. The starts are summed when the schedule is built and found by
    /// search: a logarithm, as PyTorch, Keras and timm use, is one cycle off at some restarts. See <see cref="CosineRestarts"/>.
    /// With a warm-up each cycle is what it would be without, after <c>Warmup(warmupSteps, from: floor, shape: warmupShape)</c>: the fall
    /// keeps its length and its values, to the bit, and all later steps move on by as many. A cycle that has no step of its own has no
    /// warm-up.
    /// </remarks>
    /// <example><code>Schedule.Restarts(1, 0, 10, Shapes.Linear, periodFactor: 2, warmupSteps: 4)(30) // 0.4</code></example>
    public static Func<int, double> Restarts(
        double peak,
        double floor,
        double period,
        Shape shape,
        double periodFactor = 1,
        double peakDecay = 1,
        int? cycles = null,
        int warmupSteps = 0,
        Shape? warmupShape = null
    ) =>
        CreateRestarts(peak, floor, period, shape, periodFactor, peakDecay, cycles, warmupSteps, warmupShape)
            .As([
                peak,
                floor,
                period,
                shape,
                Optional(periodFactor, 1.0),
                Optional(peakDecay, 1.0),
                Optional(cycles, null),
                Optional(warmupSteps, 0),
                Optional(warmupShape, null),
            ]);

    private static ScheduleNode CreateRestarts(
        double peak,
        double floor,
        double period,
        Shape shape,
        double periodFactor,
        double peakDecay,
        int? cycles,
        int warmupSteps,
        Shape? warmupShape
    )
    {
        var formula = ShapeFormula.Of(Guard.Shape(shape));
        peak = Guard.Finite(peak);
        floor = Guard.Finite(floor);
        formula.Check(peak, floor, nameof(floor));
        var warmup = ShapeFormula.Of(Guard.Shape(warmupShape ?? Shapes.Linear, nameof(warmupShape)));
        if (Guard.NonNegative(warmupSteps) > 0)
        {
            warmup.Check(peak, floor, nameof(floor));
        }

        Guard.AtLeast(period, 1);
        Guard.Positive(periodFactor);
        Guard.Positive(peakDecay);
        Guard.Positive(cycles ?? 1, nameof(cycles));
        if (periodFactor == 1 && peakDecay == 1 && period <= int.MaxValue && double.IsInteger(period))
        {
            return Ended(
                new RepeatNode(formula.CreateNode(new Segment(peak, floor, 0, period)), (int)period),
                period * cycles,
                new CycleStarts(new(period), [], warmupSteps)
            );
        }

        double[] starts = Guard.PeriodFactor(period, periodFactor, cycles, nameof(periodFactor));
        RestartsNode node = new(formula, peak, floor, period, starts, peakDecay);

        // Peaks that grow may come to lie on the other side of zero, to which a geometric way does not lead.
        formula.Check(floor, node.LastTop(cycles), nameof(peakDecay), peakDecay);
        if (warmupSteps > 0)
        {
            warmup.Check(floor, node.LastTop(cycles), nameof(peakDecay), peakDecay);
        }

        return Ended(node, periodFactor == 1 ? period * cycles : starts[^1], new CycleStarts(new(period), starts, warmupSteps));

        ScheduleNode Ended(ScheduleNode endless, double? end, CycleStarts first)
        {
            ScheduleNode warmed = warmupSteps == 0 ? endless : new WarmedCyclesNode(endless, first, warmupSteps, floor, warmup);
            long? last = end <= int.MaxValue ? Segment.StepAt(end.Value) + ((long)warmupSteps * first.Count(cycles)) : null;
            return last <= int.MaxValue
                ? SequenceNode.Of([warmed, new ConstantNode(floor)], [(int)last.Value], fromOwnStart: false)
                : warmed;
        }
    }
}
