using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class PyTorch
{
    /// <summary>
    /// PyTorch's <c>CyclicLR</c>: a triangle between <paramref name="baseLr"/> and <paramref name="maxLr"/>, repeated; the momentum goes
    /// the other way.
    /// </summary>
    /// <param name="baseLr">The rate at step 0 and between the cycles; finite. The optimizer's own rate plays no part.</param>
    /// <param name="maxLr">The rate in the middle of a cycle of full height; finite.</param>
    /// <param name="stepSizeUp">The length of the way up in steps, 1 or more.</param>
    /// <param name="stepSizeDown">The length of the way down in steps, 1 or more; null is <paramref name="stepSizeUp"/>.</param>
    /// <param name="mode">
    /// How the height changes, one of <see cref="CyclicModes"/>; null is <see cref="CyclicModes.Triangular"/>. PyTorch's <c>scale_fn</c> is
    /// <see cref="CyclicModes.PerCycle"/> here.
    /// </param>
    /// <param name="gamma">The factor per step of <see cref="CyclicModes.ExpRange"/>, dimensionless, 0 or more; no other mode uses
    /// it.</param>
    /// <param name="cycleMomentum">False: there is no schedule for the momentum.</param>
    /// <param name="baseMomentum">The momentum in the middle of a cycle of full height; finite.</param>
    /// <param name="maxMomentum">The momentum at step 0 and between the cycles; finite.</param>
    /// <returns>Pure functions of the step. They throw for a negative step. Verbs are called on one of them:
    /// <c>.Rate.Warmup(5)</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// <code>rate(step) = baseLr + (maxLr - baseLr)·triangle(step)·height(step)
    /// momentum(step) = maxMomentum - (maxMomentum - baseMomentum)·triangle(step)·height(step)</code>
    /// Lowered onto <see cref="Schedule.Cyclic"/>. Smith, Cyclical Learning Rates, arXiv:1506.01186.
    /// </remarks>
    /// <example><code>PyTorch.CyclicLR(0.01, 0.1, stepSizeUp: 4, mode: CyclicModes.Triangular2).Rate(4) == 0.1</code></example>
    public static RateAndMomentum CyclicLR(
        double baseLr,
        double maxLr,
        int stepSizeUp = 2000,
        int? stepSizeDown = null,
        CyclicMode? mode = null,
        double gamma = 1,
        bool cycleMomentum = true,
        double baseMomentum = 0.8,
        double maxMomentum = 0.9
    )
    {
        Guard.Positive(stepSizeUp);
        int down = Guard.Positive(stepSizeDown ?? stepSizeUp, nameof(stepSizeDown));
        Guard.NonNegative(gamma);
        Func<int, double>? height = (mode ?? CyclicModes.Triangular)(Guard.Sum(stepSizeUp, down, nameof(stepSizeDown)), gamma);
        return new(
            Schedule.Cyclic(Guard.Finite(baseLr), Guard.Finite(maxLr), stepSizeUp, down, height),
            cycleMomentum ? Schedule.Cyclic(Guard.Finite(maxMomentum), Guard.Finite(baseMomentum), stepSizeUp, down, height) : null
        );
    }

    /// <summary>PyTorch's <c>CyclicLR</c> with limits of its own for each parameter group.</summary>
    /// <param name="baseLr">For each group, the rate at step 0 and between the cycles; finite.</param>
    /// <param name="maxLr">For each group, the rate in the middle of a cycle of full height; finite.</param>
    /// <param name="stepSizeUp">The length of the way up in steps, 1 or more.</param>
    /// <param name="stepSizeDown">The length of the way down in steps, 1 or more; null is <paramref name="stepSizeUp"/>.</param>
    /// <param name="mode">How the height changes, one of <see cref="CyclicModes"/>; null is <see cref="CyclicModes.Triangular"/>.</param>
    /// <param name="gamma">The factor per step of <see cref="CyclicModes.ExpRange"/>, dimensionless, 0 or more.</param>
    /// <param name="cycleMomentum">False: there is no schedule for the momentum.</param>
    /// <param name="baseMomentum">For each group, the momentum in the middle of a cycle of full height; null is 0.8 for all.</param>
    /// <param name="maxMomentum">For each group, the momentum at step 0 and between the cycles; null is 0.9 for all.</param>
    /// <returns>One pair of schedules per group.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="ArgumentException">A list is null, empty or not as long as the first.</exception>
    public static IReadOnlyList<RateAndMomentum> CyclicLR(
        IReadOnlyList<double> baseLr,
        IReadOnlyList<double> maxLr,
        int stepSizeUp = 2000,
        int? stepSizeDown = null,
        CyclicMode? mode = null,
        double gamma = 1,
        bool cycleMomentum = true,
        IReadOnlyList<double>? baseMomentum = null,
        IReadOnlyList<double>? maxMomentum = null
    )
    {
        double[] low = Guard.Numbers(baseLr);
        double[] high = PerGroup(maxLr, low.Length);
        double[] lowMomentum = PerGroup(baseMomentum, low.Length, 0.8);
        double[] highMomentum = PerGroup(maxMomentum, low.Length, 0.9);
        return
        [
            .. low.Select(
                (value, i) =>
                    CyclicLR(value, high[i], stepSizeUp, stepSizeDown, mode, gamma, cycleMomentum, lowMomentum[i], highMomentum[i])
            ),
        ];
    }
}
