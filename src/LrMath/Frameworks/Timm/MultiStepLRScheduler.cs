using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Timm
{
    /// <summary>timm's <c>MultiStepLRScheduler</c>: the rate times <paramref name="decayRate"/> one step before each milestone.</summary>
    /// <param name="baseRate">The optimizer's rate; finite.</param>
    /// <param name="decayT">The milestones, steps in order, 0 or more; one that is there twice counts twice.</param>
    /// <param name="decayRate">The factor at each of them, dimensionless, 0 or more.</param>
    /// <param name="warmupT">The first step after the warm-up, 0 or more.</param>
    /// <param name="warmupLrInit">The rate at step 0 if there is a warm-up; finite.</param>
    /// <param name="warmupPrefix">True (for this scheduler the default): milestones are counted from the end of the warm-up; false: from
    /// step 0.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="ArgumentException"><paramref name="decayT"/> is null or empty.</exception>
    /// <remarks>
    /// <code>rate(step) = baseRate·decayRate^(number of milestones up to step + 1)</code>
    /// One step earlier than PyTorch's MultiStepLR and <see cref="Schedule.MultiStep"/>, onto which this is lowered, with <c>Shift(1)</c>.
    /// </remarks>
    /// <example><code>Timm.MultiStepLRScheduler(0.1, [30, 60], decayRate: 0.5)(29) == 0.05</code></example>
    public static Func<int, double> MultiStepLRScheduler(
        double baseRate,
        IReadOnlyList<int> decayT,
        double decayRate = 1,
        int warmupT = 0,
        double warmupLrInit = 0,
        bool warmupPrefix = true
    ) =>
        Warmed(
            Schedule
                .MultiStep(Guard.Finite(baseRate), Guard.NonNegative(decayRate), Guard.Milestones(Guard.List(decayT), nameof(decayT)))
                .Shift(1),
            baseRate,
            warmupT,
            warmupLrInit,
            warmupPrefix
        );
}
