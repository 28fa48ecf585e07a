using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class PyTorch
{
    /// <summary>PyTorch's <c>swa_utils.SWALR</c>: from the rate to <paramref name="swaLr"/>, then held, for the averaging of
    /// weights.</summary>
    /// <param name="baseRate">The rate when it takes over; finite.</param>
    /// <param name="swaLr">The rate from step <paramref name="annealEpochs"/> on; finite.</param>
    /// <param name="annealEpochs">The length of the way in steps, 0 or more; 0 gives <paramref name="swaLr"/> from step 0 on.</param>
    /// <param name="annealStrategy">
    /// The way: <see cref="Shapes.Cosine"/> (PyTorch's <c>cos</c>), which is what null means, <see cref="Shapes.Linear"/> (<c>linear</c>),
    /// or any other.
    /// </param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="ArgumentException"><paramref name="annealStrategy"/> is a multicast delegate.</exception>
    /// <remarks>
    /// <code>rate(step) = annealStrategy(baseRate, swaLr, min(step, annealEpochs) / annealEpochs)</code>
    /// In PyTorch it starts from wherever another scheduler has got to. Here that is the verb: <c>lr.BranchAt(step, swaLr, annealEpochs,
    /// Shapes.Cosine)</c>. Lowered onto <see cref="Schedule.Ramp"/>. Izmailov et al., Averaging Weights, arXiv:1803.05407.
    /// </remarks>
    /// <example><code>PyTorch.SWALR(0.1, swaLr: 0.05)(10) == 0.05</code></example>
    public static Func<int, double> SWALR(double baseRate, double swaLr, int annealEpochs = 10, Shape? annealStrategy = null)
    {
        Guard.Way(annealStrategy ?? Shapes.Cosine, Guard.Finite(baseRate), Guard.Finite(swaLr), nameof(swaLr), nameof(annealStrategy));
        return Schedule.Ramp(baseRate, swaLr, Guard.NonNegative(annealEpochs), annealStrategy ?? Shapes.Cosine);
    }

    /// <summary>PyTorch's <c>swa_utils.SWALR</c> with a rate of its own for each parameter group.</summary>
    /// <param name="baseRates">For each group, the rate when it takes over; finite.</param>
    /// <param name="swaLr">For each group, the rate from step <paramref name="annealEpochs"/> on; finite.</param>
    /// <param name="annealEpochs">The length of the way in steps, 0 or more.</param>
    /// <param name="annealStrategy">The way; null is <see cref="Shapes.Cosine"/>.</param>
    /// <returns>One schedule per group.</returns>
    /// <exception cref="ArgumentException">A list is null, empty or not as long as the first, an argument is outside its range, or
    /// <paramref name="annealStrategy"/> is a multicast delegate.</exception>
    public static IReadOnlyList<Func<int, double>> SWALR(
        IReadOnlyList<double> baseRates,
        IReadOnlyList<double> swaLr,
        int annealEpochs = 10,
        Shape? annealStrategy = null
    )
    {
        double[] rates = Guard.Numbers(baseRates);
        double[] ends = PerGroup(swaLr, rates.Length);
        return [.. rates.Zip(ends, (rate, end) => SWALR(rate, end, annealEpochs, annealStrategy))];
    }
}
