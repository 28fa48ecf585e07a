using LrMath.ClosedLoop;
using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Keras
{
    /// <summary>
    /// Keras' callback <c>ReduceLROnPlateau</c>: the rate is multiplied by <paramref name="factor"/> when a metric has stopped improving.
    /// It is a policy; <c>Schedule.Constant(baseRate).Under(policy)</c> is the callback, and any other schedule may stand in front.
    /// </summary>
    /// <param name="baseRate">The optimizer's rate, above 0.</param>
    /// <param name="factor">What a reduction multiplies the rate by, dimensionless, from 0 to below 1.</param>
    /// <param name="patience">The number of metrics in a row without improvement that reduces, 0 or more; 0 is as 1.</param>
    /// <param name="mode">Which way the metric is better. (Keras guesses it from the metric's name.)</param>
    /// <param name="minDelta">How much better a metric must be, in its own unit; finite, the sign is not looked at.</param>
    /// <param name="cooldown">For how many metrics after a reduction nothing is counted, 0 or more; the last of them counts, so 1 is as
    /// 0.</param>
    /// <param name="minLr">A reduction does not go below this rate, 0 or more.</param>
    /// <returns>The policy, an immutable value.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// <para>The patience-th bad metric reduces, one earlier than PyTorch's, and the margin is in the metric's unit, where PyTorch's is a
    /// share of the best.</para>
    /// <para>Keras compares the rate with its floor in single precision, and forgets everything at the next <c>fit</c>. It refuses a
    /// schedule as the optimizer's rate; here one may stand in front. Lowered onto <see cref="Plateau.Keras"/>.</para>
    /// </remarks>
    /// <example><code>Schedule.Constant(0.1).Under(Keras.ReduceLROnPlateau(0.1, patience: 5))</code></example>
    public static Plateau ReduceLROnPlateau(
        double baseRate,
        double factor = 0.1,
        int patience = 10,
        Mode mode = Mode.Min,
        double minDelta = 1e-4,
        int cooldown = 0,
        double minLr = 0
    ) =>
        Plateau.Keras with
        {
            BaseRate = Guard.Positive(baseRate),
            Factor = Guard.FractionBelowOne(factor),
            Patience = Guard.NonNegative(patience),
            Mode = Guard.Defined(mode),
            AbsoluteThreshold = Math.Abs(Guard.Finite(minDelta)),
            Cooldown = Guard.NonNegative(cooldown),
            Floor = Guard.NonNegative(minLr),
        };
}
