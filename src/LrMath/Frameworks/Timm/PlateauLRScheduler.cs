using LrMath.ClosedLoop;
using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Timm
{
    /// <summary>
    /// timm's <c>PlateauLRScheduler</c>: the rate is multiplied by <paramref name="decayRate"/> when a metric has stopped improving. It is
    /// a policy; <c>Schedule.Constant(baseRate).Under(policy)</c> is the scheduler.
    /// </summary>
    /// <param name="baseRate">The optimizer's rate, above 0.</param>
    /// <param name="decayRate">What a reduction multiplies the rate by, dimensionless, from 0 to below 1.</param>
    /// <param name="patienceT">How many metrics in a row without improvement are tolerated, 0 or more; the next one reduces.</param>
    /// <param name="threshold">How much better a metric must be, as a share of the best one, 0 to 1.</param>
    /// <param name="cooldownT">For how many metrics after a reduction nothing is counted, 0 or more.</param>
    /// <param name="lrMin">A reduction does not go below this rate, 0 or more.</param>
    /// <param name="mode">Which way the metric is better. timm's default is the other one than PyTorch's: an accuracy.</param>
    /// <returns>The policy, an immutable value.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// timm's <c>warmup_t</c> and <c>warmup_lr_init</c> are a schedule here, <c>Schedule.Constant(baseRate).Warmup(warmupT, from:
    /// warmupLrInit).Under(policy)</c>;
    /// show the loop no metric before step <c>warmupT + 1</c>, as timm looks at none. A negative best metric has PyTorch's trap, see
    /// <see cref="PyTorch.ReduceLROnPlateau(double, Mode, double, int, double, bool, int, double, double)"/>. Lowered onto
    /// <see cref="Plateau.PyTorch"/>.
    /// </remarks>
    /// <example><code>Schedule.Constant(0.1).Under(Timm.PlateauLRScheduler(0.1, patienceT: 5))</code></example>
    public static Plateau PlateauLRScheduler(
        double baseRate,
        double decayRate = 0.1,
        int patienceT = 10,
        double threshold = 1e-4,
        int cooldownT = 0,
        double lrMin = 0,
        Mode mode = Mode.Max
    ) =>
        Plateau.PyTorch with
        {
            BaseRate = Guard.Positive(baseRate),
            Mode = Guard.Defined(mode),
            Factor = Guard.FractionBelowOne(decayRate),
            Patience = Guard.NonNegative(patienceT),
            RelativeThreshold = Guard.Fraction(threshold),
            Cooldown = Guard.NonNegative(cooldownT),
            Floor = Guard.NonNegative(lrMin),
        };
}
