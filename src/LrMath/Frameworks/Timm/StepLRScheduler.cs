using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Timm
{
    /// <summary>timm's <c>StepLRScheduler</c>: the rate times <paramref name="decayRate"/> every <paramref name="decayT"/> steps.</summary>
    /// <param name="baseRate">The optimizer's rate; finite.</param>
    /// <param name="decayT">The length of a stair in steps, 1 or more, not necessarily whole.</param>
    /// <param name="decayRate">The factor from stair to stair, dimensionless, 0 or more.</param>
    /// <param name="warmupT">The first step after the warm-up, 0 or more.</param>
    /// <param name="warmupLrInit">The rate at step 0 if there is a warm-up; finite.</param>
    /// <param name="warmupPrefix">True (for this scheduler the default): the stairs begin after the warm-up; false: they have run on
    /// beneath it.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// <code>rate(step) = baseRate·decayRate^⌊step / decayT⌋</code>
    /// A stair that begins at a whole step begins there: of stairs of 7.4 steps the sixth at step 37. Python divides the binary number,
    /// which is a little above 7.4, so that timm's begins at step 38. Lowered onto <see cref="Schedule.ExponentialDecay"/>.
    /// </remarks>
    /// <example><code>Timm.StepLRScheduler(0.1, decayT: 2.5, decayRate: 0.5)(3) == 0.05</code></example>
    public static Func<int, double> StepLRScheduler(
        double baseRate,
        double decayT,
        double decayRate = 1,
        int warmupT = 0,
        double warmupLrInit = 0,
        bool warmupPrefix = true
    ) =>
        Warmed(
            Schedule.ExponentialDecay(Guard.Finite(baseRate), Guard.NonNegative(decayRate), Guard.AtLeast(decayT, 1), staircase: true),
            baseRate,
            warmupT,
            warmupLrInit,
            warmupPrefix
        );
}
