using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Paddle
{
    /// <summary>Paddle's <c>OneCycleLR</c>: up to the peak, then down to a rate of its own.</summary>
    /// <param name="maxLearningRate">The rate at the peak; finite.</param>
    /// <param name="totalSteps">The number of steps, 1 or more.</param>
    /// <param name="divideFactor">The start is <paramref name="maxLearningRate"/> divided by this, above 0.</param>
    /// <param name="endLearningRate">The rate at step <c>totalSteps - 1</c> (a rate, not a share as elsewhere); finite.</param>
    /// <param name="phasePct">The share of the steps that goes up (a fraction, whatever its name says), 0 to 1; with three phases below
    /// ½.</param>
    /// <param name="annealStrategy">
    /// The way from knot to knot: <see cref="Shapes.Cosine"/> (Paddle's <c>cos</c>), which is what null means, <see cref="Shapes.Linear"/>
    /// (<c>linear</c>), or any other.
    /// </param>
    /// <param name="threePhase">True: down to the start again in as many steps as up, and then to the end.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="ArgumentException"><paramref name="annealStrategy"/> is two shapes in one.</exception>
    /// <remarks>
    /// <code>start at 0, maxLearningRate at phasePct·totalSteps - 1, (start again at 2·(phasePct·totalSteps - 1),) endLearningRate at
    /// totalSteps - 1</code>
    /// <para>The knots are at real positions, as PyTorch's: with 0.3 of 32 steps the peak is at 8.6, and no step has it. The last of the
    /// steps is the end.</para>
    /// <para>At the step after that, the last that Paddle answers, it goes on as if nothing had ended: a line falls on, even below zero,
    /// and a cosine rises again. That one step is reproduced (another shape holds its end); from the step on at which Paddle raises an
    /// error, the end is held.</para>
    /// Lowered onto <see cref="Schedule.Path(IReadOnlyList{ValueTuple{double, double}}, Shape?)"/>. Smith and Topin, Super-Convergence,
    /// arXiv:1708.07120.
    /// </remarks>
    /// <example><code>Paddle.OneCycleLR(0.1, totalSteps: 100)(29) == 0.1</code></example>
    public static Func<int, double> OneCycleLR(
        double maxLearningRate,
        int totalSteps,
        double divideFactor = 25,
        double endLearningRate = 1e-4,
        double phasePct = 0.3,
        Shape? annealStrategy = null,
        bool threePhase = false
    )
    {
        Guard.Positive(totalSteps);
        Guard.Fraction(phasePct);
        Shape shape = Guard.Shape(annealStrategy ?? Shapes.Cosine, nameof(annealStrategy));
        double start = Guard.Result(
            Guard.Finite(maxLearningRate) / Guard.Positive(divideFactor),
            divideFactor,
            "the start",
            nameof(divideFactor)
        );
        double end = Guard.Finite(endLearningRate);
        if (threePhase && phasePct >= 0.5)
        {
            throw Guard.Illegal(nameof(phasePct), phasePct, "below 0.5 with three phases, the second of which is as long as the first");
        }

        Guard.Way(shape, maxLearningRate, start, nameof(divideFactor), nameof(annealStrategy), divideFactor);
        Guard.Way(shape, threePhase ? start : maxLearningRate, end, nameof(endLearningRate), nameof(annealStrategy));

        List<(double At, double Value)> knots = Schedule.OneCycleKnots(totalSteps, phasePct, start, maxLearningRate, end, threePhase);
        double beyond = Beyond(knots[^2], knots[^1], totalSteps, shape);
        return Schedule
            .Path(Schedule.Reached(knots, totalSteps - 1), shape)
            .Then(Schedule.Constant(beyond), at: totalSteps)
            .Then(Schedule.Constant(end), at: Guard.Sum(1, totalSteps, nameof(totalSteps)));
    }

    // The last way gone on at a step after it: a line as a line, a cosine as the wave that it is half of.
    private static double Beyond((double At, double Value) from, (double At, double Value) to, int step, Shape shape)
    {
        double progress = (step - from.At) / (to.At - from.At);
        if (!double.IsFinite(progress))
        {
            return to.Value;
        }

        return shape == Shapes.Linear ? Saturation.Saturated(from.Value + (to.Value - from.Value) * progress)
            : shape == Shapes.Cosine ? shape(from.Value, to.Value, Math.Abs(progress - 2 * Math.Round(progress / 2)))
            : to.Value;
    }
}
