using LrMath.ClosedLoop;
using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Transformers
{
    /// <summary>
    /// Transformers' <c>GreedyLR</c> (<c>greedy</c>): the rate goes up while a metric keeps improving and down when it stops. It is a
    /// policy; <c>Schedule.Constant(baseRate).Under(policy)</c> is the scheduler.
    /// </summary>
    /// <param name="baseRate">The optimizer's rate, above 0.</param>
    /// <param name="mode">Which way the metric is better.</param>
    /// <param name="factor">What a reduction multiplies the rate by and a raise divides it by, dimensionless, above 0 and below 1.</param>
    /// <param name="patience">How many good, or bad, metrics in a row change nothing, 0 or more; the next one does.</param>
    /// <param name="threshold">How much better a metric must be; 0 or more, as a share of the best one at most 1.</param>
    /// <param name="relativeThreshold">False: <paramref name="threshold"/> is in the metric's own unit (<c>threshold_mode="abs"</c>); true:
    /// it is a share of the best metric (<c>"rel"</c>).</param>
    /// <param name="cooldown">For how many metrics after a reduction nothing is compared, 0 or more.</param>
    /// <param name="warmup">For how many metrics after a raise nothing is compared, 0 or more.</param>
    /// <param name="minLr">A reduction does not go below this rate, 0 or more.</param>
    /// <param name="maxLr">A raise does not go above this rate, above 0.</param>
    /// <param name="eps">A change by no more than this (in the unit of the rate) is not made, 0 or more.</param>
    /// <param name="smooth">True: what is compared is the mean of the last <paramref name="windowSize"/> metrics.</param>
    /// <param name="windowSize">The length of that mean, 1 or more; not looked at otherwise.</param>
    /// <param name="resetStart">After how many reductions wanted at the least rate all begins anew; 0 or more (0 and 1 are the
    /// same).</param>
    /// <returns>The policy, an immutable value.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// The least rate of 1e-3 stands above many a base rate, which then never falls. The threshold is absolute unless told otherwise, where
    /// PyTorch's is relative. Lowered onto <see cref="Greedy.Transformers"/>, which says what differs.
    /// </remarks>
    /// <example><code>Schedule.Constant(0.1).Under(Transformers.GreedyLR(0.1, patience: 5))</code></example>
    public static Greedy GreedyLR(
        double baseRate,
        Mode mode = Mode.Min,
        double factor = 0.95,
        int patience = 10,
        double threshold = 1e-6,
        bool relativeThreshold = false,
        int cooldown = 0,
        int warmup = 0,
        double minLr = 1e-3,
        double maxLr = 1,
        double eps = 1e-8,
        bool smooth = false,
        int windowSize = 50,
        int resetStart = 500
    ) =>
        Greedy.Transformers with
        {
            BaseRate = Guard.Positive(baseRate),
            Mode = Guard.Defined(mode),
            Factor = Guard.FractionBetween(factor),
            Patience = Guard.NonNegative(patience),
            RelativeThreshold = relativeThreshold ? Guard.Fraction(threshold) : 0,
            AbsoluteThreshold = relativeThreshold ? 0 : Guard.NonNegative(threshold),
            Cooldown = Guard.NonNegative(cooldown),
            Warmup = Guard.NonNegative(warmup),
            Floor = Guard.NonNegative(minLr),
            Ceiling = Guard.Positive(maxLr),
            Epsilon = Guard.NonNegative(eps),
            Window = smooth ? Guard.Positive(windowSize) : 0,
            ResetAfter = Guard.NonNegative(resetStart),
        };
}
