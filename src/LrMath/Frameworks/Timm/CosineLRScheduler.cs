using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Timm
{
    /// <summary>timm's <c>CosineLRScheduler</c>: half a cosine down to <paramref name="lrMin"/>, once or restarted.</summary>
    /// <param name="baseRate">The optimizer's rate; finite.</param>
    /// <param name="tInitial">The length of the first cycle in steps, 1 or more.</param>
    /// <param name="lrMin">The least rate, 0 or more.</param>
    /// <param name="cycleMul">Each cycle is this many times as long as the one before (timm's <c>cycle_mul</c>); above 0, not necessarily
    /// whole.</param>
    /// <param name="cycleDecay">Each cycle begins at this share of the rate that the one before began at; above 0. Where that is below the
    /// least rate, the cycle goes up.</param>
    /// <param name="cycleLimit">The number of cycles, 1 or more; then the least rate is held.</param>
    /// <param name="warmupT">The first step after the warm-up, 0 or more.</param>
    /// <param name="warmupLrInit">The rate at step 0 if there is a warm-up; finite.</param>
    /// <param name="warmupPrefix">True: the schedule begins after the warm-up; false: it has run on beneath it.</param>
    /// <param name="kDecay">The exponent of the time within a cycle, dimensionless, above 0: above 1 the rate stays up longer (Zhang and
    /// Li, arXiv:2004.05909).</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// <code>rate(step) = lrMin + (top - lrMin)·(1 + cos(π·(u / T)^kDecay)) / 2
    /// u = the steps since the last restart, T = the length of this cycle, top = baseRate·cycleDecay^i</code>
    /// timm lowers a peak as a share of the rate, not of its height over the least one. Lowered onto <see cref="Schedule.Restarts"/>; the
    /// plain form, whose peaks are shares of the height, is <see cref="Schedule.CosineRestarts"/>.
    /// </remarks>
    /// <example><code>Timm.CosineLRScheduler(0.1, tInitial: 20, warmupT: 5, warmupPrefix: true)(15) == 0.05</code></example>
    public static Func<int, double> CosineLRScheduler(
        double baseRate,
        int tInitial,
        double lrMin = 0,
        double cycleMul = 1,
        double cycleDecay = 1,
        int cycleLimit = 1,
        int warmupT = 0,
        double warmupLrInit = 0,
        bool warmupPrefix = false,
        double kDecay = 1
    ) =>
        Warmed(
            Cycles(baseRate, tInitial, lrMin, Shapes.Warp(Shapes.Cosine, Guard.Positive(kDecay)), cycleMul, cycleDecay, cycleLimit),
            baseRate,
            warmupT,
            warmupLrInit,
            warmupPrefix
        );
}
