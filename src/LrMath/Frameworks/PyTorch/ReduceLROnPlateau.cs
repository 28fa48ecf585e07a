using LrMath.ClosedLoop;
using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class PyTorch
{
    /// <summary>
    /// PyTorch's <c>ReduceLROnPlateau</c>: the rate is multiplied by <paramref name="factor"/> when a metric has stopped improving. It is a
    /// policy; <c>Schedule.Constant(baseRate).Under(policy)</c> is the scheduler, and any other schedule may stand in front.
    /// </summary>
    /// <param name="baseRate">The optimizer's rate, above 0.</param>
    /// <param name="mode">Which way the metric is better.</param>
    /// <param name="factor">What a reduction multiplies the rate by, dimensionless, from 0 to below 1.</param>
    /// <param name="patience">How many metrics in a row without improvement are tolerated, 0 or more; the next one reduces.</param>
    /// <param name="threshold">How much better a metric must be; 0 or more, as a share of the best one at most 1.</param>
    /// <param name="absoluteThreshold">False: <paramref name="threshold"/> is a share of the best metric (PyTorch's
    /// <c>threshold_mode="rel"</c>); true: it is in the metric's own unit (<c>"abs"</c>).</param>
    /// <param name="cooldown">For how many metrics after a reduction nothing is counted, 0 or more.</param>
    /// <param name="minLr">A reduction does not go below this rate, 0 or more.</param>
    /// <param name="eps">A reduction by no more than this (in the unit of the rate) is not made, 0 or more.</param>
    /// <returns>The policy, an immutable value.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// <para>With a negative best metric PyTorch's relative threshold works the wrong way round: a metric that does not move at all counts
    /// as an improvement, and the rate is never reduced. That is reproduced here; <see cref="Plateau"/>'s own default takes the share of
    /// the absolute value. A NaN counts as no improvement, as in PyTorch.</para>
    /// <para>PyTorch can combine it with nothing: SequentialLR and ChainedScheduler refuse it. Here a warm-up is
    /// <c>Schedule.Constant(0.1).Warmup(500).Under(PyTorch.ReduceLROnPlateau(0.1))</c>. Lowered onto <see cref="Plateau.PyTorch"/>.</para>
    /// </remarks>
    /// <example><code>Schedule.Constant(0.1).Under(PyTorch.ReduceLROnPlateau(0.1, patience: 5))</code></example>
    public static Plateau ReduceLROnPlateau(
        double baseRate,
        Mode mode = Mode.Min,
        double factor = 0.1,
        int patience = 10,
        double threshold = 1e-4,
        bool absoluteThreshold = false,
        int cooldown = 0,
        double minLr = 0,
        double eps = 1e-8
    ) =>
        Plateau.PyTorch with
        {
            BaseRate = Guard.Positive(baseRate),
            Mode = Guard.Defined(mode),
            Factor = Guard.FractionBelowOne(factor),
            Patience = Guard.NonNegative(patience),
            RelativeThreshold = absoluteThreshold ? 0 : Guard.Fraction(threshold),
            AbsoluteThreshold = absoluteThreshold ? Guard.NonNegative(threshold) : 0,
            Cooldown = Guard.NonNegative(cooldown),
            Floor = Guard.NonNegative(minLr),
            Epsilon = Guard.NonNegative(eps),
        };

    /// <summary>PyTorch's <c>ReduceLROnPlateau</c> with a rate and a floor of its own for each parameter group.</summary>
    /// <param name="baseRates">For each group, the optimizer's rate, above 0.</param>
    /// <param name="mode">Which way the metric is better.</param>
    /// <param name="factor">What a reduction multiplies the rate by, dimensionless, from 0 to below 1.</param>
    /// <param name="patience">How many metrics in a row without improvement are tolerated, 0 or more; the next one reduces.</param>
    /// <param name="threshold">How much better a metric must be; 0 or more, as a share of the best one at most 1.</param>
    /// <param name="absoluteThreshold">True: <paramref name="threshold"/> is in the metric's own unit.</param>
    /// <param name="cooldown">For how many metrics after a reduction nothing is counted, 0 or more.</param>
    /// <param name="minLr">For each group, a reduction does not go below this rate, 0 or more; null is 0 for all.</param>
    /// <param name="eps">A reduction by no more than this (in the unit of the rate) is not made, 0 or more.</param>
    /// <returns>One policy per group; given the same metrics, they reduce at the same ones.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="ArgumentException">A list is null, empty or not as long as the first.</exception>
    public static IReadOnlyList<Plateau> ReduceLROnPlateau(
        IReadOnlyList<double> baseRates,
        Mode mode = Mode.Min,
        double factor = 0.1,
        int patience = 10,
        double threshold = 1e-4,
        bool absoluteThreshold = false,
        int cooldown = 0,
        IReadOnlyList<double>? minLr = null,
        double eps = 1e-8
    )
    {
        double[] rates = Guard.Numbers(baseRates);
        double[] floors = PerGroup(minLr, rates.Length, 0);
        return
        [
            .. rates.Zip(
                floors,
                (rate, floor) => ReduceLROnPlateau(rate, mode, factor, patience, threshold, absoluteThreshold, cooldown, floor, eps)
            ),
        ];
    }
}
