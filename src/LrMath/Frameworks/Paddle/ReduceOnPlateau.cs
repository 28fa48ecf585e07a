using LrMath.ClosedLoop;
using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Paddle
{
    /// <summary>
    /// Paddle's <c>ReduceOnPlateau</c>: the rate is multiplied by <paramref name="factor"/> when a metric has stopped improving. It is a
    /// policy; <c>Schedule.Constant(learningRate).Under(policy)</c> is the scheduler, and any other schedule may stand in front.
    /// </summary>
    /// <param name="learningRate">The first rate, above 0.</param>
    /// <param name="mode">Which way the metric is better.</param>
    /// <param name="factor">What a reduction multiplies the rate by, dimensionless, from 0 to below 1.</param>
    /// <param name="patience">How many metrics in a row without improvement are tolerated, 0 or more; the next one reduces.</param>
    /// <param name="threshold">How much better a metric must be; 0 or more, as a share of the best one at most 1.</param>
    /// <param name="absoluteThreshold">False: <paramref name="threshold"/> is a share of the best metric (Paddle's
    /// <c>threshold_mode="rel"</c>); true: it is in the metric's own unit (<c>"abs"</c>).</param>
    /// <param name="cooldown">How many metrics after a reduction are not looked at, 0 or more.</param>
    /// <param name="minLr">A reduction does not go below this rate, 0 or more.</param>
    /// <param name="epsilon">A reduction by no more than this (in the unit of the rate) is not made, 0 or more.</param>
    /// <returns>The policy, an immutable value.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// PyTorch's, but for the cooldown: a metric in it is not remembered even if it is the best so far. With a negative best metric the
    /// relative threshold works the wrong way round, as in PyTorch. Lowered onto <see cref="Plateau.Paddle"/>.
    /// </remarks>
    /// <example><code>Schedule.Constant(0.1).Under(Paddle.ReduceOnPlateau(0.1, patience: 5))</code></example>
    public static Plateau ReduceOnPlateau(
        double learningRate,
        Mode mode = Mode.Min,
        double factor = 0.1,
        int patience = 10,
        double threshold = 1e-4,
        bool absoluteThreshold = false,
        int cooldown = 0,
        double minLr = 0,
        double epsilon = 1e-8
    ) =>
        Plateau.Paddle with
        {
            BaseRate = Guard.Positive(learningRate),
            Mode = Guard.Defined(mode),
            Factor = Guard.FractionBelowOne(factor),
            Patience = Guard.NonNegative(patience),
            RelativeThreshold = absoluteThreshold ? 0 : Guard.Fraction(threshold),
            AbsoluteThreshold = absoluteThreshold ? Guard.NonNegative(threshold) : 0,
            Cooldown = Guard.NonNegative(cooldown),
            Floor = Guard.NonNegative(minLr),
            Epsilon = Guard.NonNegative(epsilon),
        };
}
