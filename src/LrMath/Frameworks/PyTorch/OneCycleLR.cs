using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class PyTorch
{
    /// <summary>PyTorch's <c>OneCycleLR</c>: up to <paramref name="maxLr"/>, then down to almost nothing; the momentum goes the other
    /// way.</summary>
    /// <param name="maxLr">The rate at the peak; finite. The optimizer's own rate plays no part.</param>
    /// <param name="totalSteps">The number of steps, 1 or more; null is <paramref name="epochs"/> ×
    /// <paramref name="stepsPerEpoch"/>.</param>
    /// <param name="epochs">The number of epochs, 1 or more; not looked at if <paramref name="totalSteps"/> is given.</param>
    /// <param name="stepsPerEpoch">The number of steps in an epoch, 1 or more; not looked at if <paramref name="totalSteps"/> is
    /// given.</param>
    /// <param name="pctStart">The share of the steps that goes up (a fraction, whatever its name says), 0 to 1.</param>
    /// <param name="annealStrategy">
    /// The way from knot to knot: <see cref="Shapes.Cosine"/> (PyTorch's <c>cos</c>), which is what null means, <see cref="Shapes.Linear"/>
    /// (<c>linear</c>), or any other.
    /// </param>
    /// <param name="cycleMomentum">False: there is no schedule for the momentum.</param>
    /// <param name="baseMomentum">The momentum at the peak of the rate; finite.</param>
    /// <param name="maxMomentum">The momentum at the start and at the end; finite.</param>
    /// <param name="divFactor">The start is <paramref name="maxLr"/> divided by this, above 0.</param>
    /// <param name="finalDivFactor">The end is the start (not <paramref name="maxLr"/>) divided by this, above 0.</param>
    /// <param name="threePhase">True: down to the start again in as many steps as up, and then to the end.</param>
    /// <returns>Pure functions of the step. They throw for a negative step. Verbs are called on one of them:
    /// <c>.Rate.Warmup(5)</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="ArgumentException">Neither <paramref name="totalSteps"/> nor both of the others are given, or
    /// <paramref name="annealStrategy"/> is a multicast delegate.</exception>
    /// <remarks>
    /// <code>rate: start at 0, maxLr at pctStart·totalSteps - 1, (start again at 2·(pctStart·totalSteps - 1),) end at totalSteps - 1</code>
    /// <para>The knots are at real positions: with 0.3 of 32 steps the peak is at 8.6, and no step has it. The last of the steps is the
    /// end, so the way is one short of <paramref name="totalSteps"/>. PyTorch allows one step more, on which it extrapolates (a linear rate
    /// goes below zero), and raises an error after that; here the end is held. PyTorch's end itself is 2e-11 off, relatively, since it is
    /// the peak less the change; here it is exact.</para>
    /// <para>Where <c>pctStart·totalSteps</c> is 1, PyTorch divides by zero at step 0; that step is the peak here. In three phases with a
    /// share above a half, the run ends on the way down from the peak, as in PyTorch.</para>
    /// Lowered onto <see cref="Schedule.Path(IReadOnlyList{ValueTuple{double, double}}, Shape?)"/>, as <see cref="Schedule.OneCycle"/> is.
    /// Smith and Topin, Super-Convergence, arXiv:1708.07120.
    /// </remarks>
    /// <example><code>PyTorch.OneCycleLR(0.1, totalSteps: 100).Rate(29) == 0.1</code></example>
    public static RateAndMomentum OneCycleLR(
        double maxLr,
        int? totalSteps = null,
        int? epochs = null,
        int? stepsPerEpoch = null,
        double pctStart = 0.3,
        Shape? annealStrategy = null,
        bool cycleMomentum = true,
        double baseMomentum = 0.85,
        double maxMomentum = 0.95,
        double divFactor = 25,
        double finalDivFactor = 1e4,
        bool threePhase = false
    )
    {
        int steps = TotalSteps(totalSteps, epochs, stepsPerEpoch);
        Guard.Fraction(pctStart);
        Shape shape = Guard.Shape(annealStrategy ?? Shapes.Cosine, nameof(annealStrategy));
        double start = Guard.Result(Guard.Finite(maxLr) / Guard.Positive(divFactor), divFactor, "the start", nameof(divFactor));
        double end = Guard.Result(start / Guard.Positive(finalDivFactor), finalDivFactor, "the end", nameof(finalDivFactor));
        Guard.Way(shape, maxLr, start, nameof(divFactor), nameof(annealStrategy), divFactor);
        Guard.Way(shape, maxLr, end, nameof(finalDivFactor), nameof(annealStrategy), finalDivFactor);
        Guard.Finite(maxMomentum);
        Guard.Finite(baseMomentum);
        if (cycleMomentum)
        {
            Guard.Way(shape, maxMomentum, baseMomentum, nameof(baseMomentum), nameof(annealStrategy));
        }

        Func<int, double> Through(double first, double middle, double last) =>
            Schedule.Path(Schedule.Reached(Schedule.OneCycleKnots(steps, pctStart, first, middle, last, threePhase), steps - 1), shape);

        return new(Through(start, maxLr, end), cycleMomentum ? Through(maxMomentum, baseMomentum, maxMomentum) : null);
    }

    /// <summary>PyTorch's <c>OneCycleLR</c> with limits of its own for each parameter group.</summary>
    /// <param name="maxLr">For each group, the rate at the peak; finite.</param>
    /// <param name="totalSteps">The number of steps, 1 or more; null is <paramref name="epochs"/> ×
    /// <paramref name="stepsPerEpoch"/>.</param>
    /// <param name="epochs">The number of epochs, 1 or more.</param>
    /// <param name="stepsPerEpoch">The number of steps in an epoch, 1 or more.</param>
    /// <param name="pctStart">The share of the steps that goes up, 0 to 1.</param>
    /// <param name="annealStrategy">The way from knot to knot; null is <see cref="Shapes.Cosine"/>.</param>
    /// <param name="cycleMomentum">False: there is no schedule for the momentum.</param>
    /// <param name="baseMomentum">For each group, the momentum at the peak of the rate; null is 0.85 for all.</param>
    /// <param name="maxMomentum">For each group, the momentum at the start and at the end; null is 0.95 for all.</param>
    /// <param name="divFactor">The start is the peak divided by this, above 0.</param>
    /// <param name="finalDivFactor">The end is the start divided by this, above 0.</param>
    /// <param name="threePhase">True: down to the start again in as many steps as up, and then to the end.</param>
    /// <returns>One pair of schedules per group.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="ArgumentException">A list is null, empty or not as long as the first, the length is not given, or
    /// <paramref name="annealStrategy"/> is a multicast delegate.</exception>
    public static IReadOnlyList<RateAndMomentum> OneCycleLR(
        IReadOnlyList<double> maxLr,
        int? totalSteps = null,
        int? epochs = null,
        int? stepsPerEpoch = null,
        double pctStart = 0.3,
        Shape? annealStrategy = null,
        bool cycleMomentum = true,
        IReadOnlyList<double>? baseMomentum = null,
        IReadOnlyList<double>? maxMomentum = null,
        double divFactor = 25,
        double finalDivFactor = 1e4,
        bool threePhase = false
    )
    {
        double[] peaks = Guard.Numbers(maxLr);
        double[] low = PerGroup(baseMomentum, peaks.Length, 0.85);
        double[] high = PerGroup(maxMomentum, peaks.Length, 0.95);
        return
        [
            .. peaks.Select(
                (peak, i) =>
                    OneCycleLR(
                        peak,
                        totalSteps,
                        epochs,
                        stepsPerEpoch,
                        pctStart,
                        annealStrategy,
                        cycleMomentum,
                        low[i],
                        high[i],
                        divFactor,
                        finalDivFactor,
                        threePhase
                    )
            ),
        ];
    }

    private static int TotalSteps(int? totalSteps, int? epochs, int? stepsPerEpoch)
    {
        if (totalSteps is { } given)
        {
            return Guard.Positive(given, nameof(totalSteps));
        }

        if (epochs is null || stepsPerEpoch is null)
        {
            throw new ArgumentException("Give totalSteps, or both epochs and stepsPerEpoch: the cycle needs a length.", nameof(totalSteps));
        }

        long product = (long)Guard.Positive(epochs.Value, nameof(epochs)) * Guard.Positive(stepsPerEpoch.Value, nameof(stepsPerEpoch));
        return product <= int.MaxValue
            ? (int)product
            : throw Guard.Illegal(nameof(epochs), epochs.Value, "such that epochs × stepsPerEpoch is at most 2147483647");
    }
}
