using LrMath.Structure;
using static LrMath.Structure.Calls;

namespace LrMath;

public static partial class Schedule
{
    /// <summary>One swing from <c>peak / startDivisor</c> up to <paramref name="peak"/> and down far below the start, which it reaches in
    /// the last step.</summary>
    /// <param name="peak">The highest value; finite.</param>
    /// <param name="steps">The length of the training in steps, 1 or more; the end is reached at step <c>steps - 1</c> and held from then
    /// on.</param>
    /// <param name="warmupFraction">The share of the steps on the way up, between 0 and 1; with three phases between 0 and ½.</param>
    /// <param name="startDivisor">The peak is this many times the start; dimensionless, above 0.</param>
    /// <param name="endDivisor">The start (not the peak) is this many times the end; dimensionless, above 0.</param>
    /// <param name="shape">The way between knots; none means <see cref="Shapes.Cosine"/>, PyTorch's "linear" is
    /// <see cref="Shapes.Linear"/>.</param>
    /// <param name="threePhase">True: down to the start as fast as up, then on to the end; false: straight down to the end.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not finite or out of its range.</exception>
    /// <exception cref="ArgumentException"><paramref name="shape"/> is a multicast delegate.</exception>
    /// <remarks>
    /// <code>
    /// knots: (0, peak / startDivisor), (warmupFraction·steps - 1, peak), (steps - 1, peak / startDivisor / endDivisor)
    /// three phases: the start once more at 2·warmupFraction·steps - 2
    /// </code>
    /// PyTorch OneCycleLR, number for number: the peak may lie between two steps, and is then not used by any. optax and fastai place
    /// the knots otherwise. After the end PyTorch rises again for one step and then throws; this one holds. With a fraction of 1 PyTorch
    /// stays at the peak in the last step; this one has the end there. Where the peak's position is at or before step 0, the way down
    /// starts there; with three phases it starts at the third knot, if that is before step 0. Smith and Topin, Super-Convergence,
    /// arXiv:1708.07120. The momentum that swings against it has the same steps, fraction and shape:
    /// <c>Schedule.OneCycle(0.95, steps, startDivisor: 0.95 / 0.85, endDivisor: 1).Mirror(0.85, 0.95)</c> is 0.95 at the start, 0.85 at the
    /// peak of the rate and 0.95 at the end; or take both of <see cref="Frameworks.PyTorch"/>'s OneCycleLR.
    /// </remarks>
    /// <example><code>Schedule.OneCycle(1, 100)(29) == 1</code></example>
    /// <example><code>
    /// Schedule.OneCycle(0.95, 100, startDivisor: 0.95 / 0.85, endDivisor: 1).Mirror(0.85, 0.95)(0) // 0.95
    /// </code></example>
    /// <example><code>
    /// Schedule.OneCycle(0.95, 100, startDivisor: 0.95 / 0.85, endDivisor: 1).Mirror(0.85, 0.95)(29) // 0.85
    /// </code></example>
    /// <example><code>
    /// Schedule.OneCycle(0.95, 100, startDivisor: 0.95 / 0.85, endDivisor: 1).Mirror(0.85, 0.95)(99) // 0.95
    /// </code></example>
    public static Func<int, double> OneCycle(
        double peak,
        int steps,
        double warmupFraction = 0.3,
        double startDivisor = 25,
        double endDivisor = 1e4,
        Shape? shape = null,
        bool threePhase = false
    )
    {
        peak = Guard.Finite(peak);
        var way = ShapeFormula.Of(Guard.Shape(shape ?? Shapes.Cosine, nameof(shape)));
        Guard.Positive(steps);
        Guard.Fraction(warmupFraction);
        Guard.Positive(startDivisor);
        Guard.Positive(endDivisor);
        if (threePhase && warmupFraction > 0.5)
        {
            throw Guard.Illegal(
                nameof(warmupFraction),
                warmupFraction,
                "at most 0.5 with three phases, the second of which is as long as the first"
            );
        }

        double start = Guard.Result(peak / startDivisor, startDivisor, "the start", nameof(startDivisor));
        double end = Guard.Result(start / endDivisor, endDivisor, "the end", nameof(endDivisor));
        way.Check(peak, start, nameof(startDivisor), startDivisor);
        way.Check(peak, end, nameof(endDivisor), endDivisor);
        return CreatePath([.. OneCycleKnots(steps, warmupFraction, start, peak, end, threePhase)], way)
            .As([
                peak,
                steps,
                Optional(warmupFraction, 0.3),
                Optional(startDivisor, 25.0),
                Optional(endDivisor, 1e4),
                Optional(shape, null),
                Optional(threePhase, false),
            ]);
    }

    /// <summary>
    /// The knots of a one-cycle, at real positions. Those before step 0 are left out while the next one lies there as well, so the first
    /// way starts at step 0 or before it.
    /// </summary>
    /// <param name="steps">One more than the step of the end.</param>
    /// <param name="warmupFraction">The share of the steps on the way up.</param>
    /// <param name="start">The value at step 0, and at the third of four knots.</param>
    /// <param name="peak">The value at the second knot.</param>
    /// <param name="end">The value at the last knot.</param>
    /// <param name="threePhase">True: four knots.</param>
    internal static List<(double At, double Value)> OneCycleKnots(
        int steps,
        double warmupFraction,
        double start,
        double peak,
        double end,
        bool threePhase
    )
    {
        double top = (warmupFraction * steps) - 1;
        List<(double At, double Value)> knots = threePhase
            ? [(0, start), (top, peak), (2 * top, start), (steps - 1, end)]
            : [(0, start), (top, peak), (steps - 1, end)];
        return Reached(knots, double.PositiveInfinity);
    }

    /// <summary>
    /// The knots that a schedule reaches: of several before step 0 only the last, and one at or behind <paramref name="last"/> hides those
    /// after it.
    /// </summary>
    /// <param name="knots">At least two knots in order; the list is changed.</param>
    /// <param name="last">The last step.</param>
    internal static List<(double At, double Value)> Reached(List<(double At, double Value)> knots, double last)
    {
        while (knots.Count > 2 && knots[1].At < 0)
        {
            knots.RemoveAt(0);
        }

        int end = knots.FindIndex(1, knot => knot.At >= last);
        if (end >= 0)
        {
            knots.RemoveRange(end + 1, knots.Count - end - 1);
        }

        return knots;
    }
}
