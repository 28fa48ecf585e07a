using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Timm
{
    /// <summary>timm's <c>PolyLRScheduler</c>: down to <paramref name="lrMin"/> as a power of the remaining fraction, once or
    /// restarted.</summary>
    /// <param name="baseRate">The optimizer's rate; finite.</param>
    /// <param name="tInitial">The length of the first cycle in steps, 1 or more.</param>
    /// <param name="power">The exponent, dimensionless, 0 or more; 0.5 unless told otherwise, which is steep at the end. 0 stays up until
    /// the end of the cycle.</param>
    /// <param name="lrMin">The least rate, 0 or more.</param>
    /// <param name="cycleMul">Each cycle is this many times as long as the one before (timm's <c>cycle_mul</c>); above 0, not necessarily
    /// whole.</param>
    /// <param name="cycleDecay">Each cycle begins at this share of the rate that the one before began at; above 0. Where that is below the
    /// least rate, the cycle goes up.</param>
    /// <param name="cycleLimit">The number of cycles, 1 or more; then the least rate is held.</param>
    /// <param name="warmupT">The first step after the warm-up, 0 or more.</param>
    /// <param name="warmupLrInit">The rate at step 0 if there is a warm-up; finite.</param>
    /// <param name="warmupPrefix">True: the schedule begins after the warm-up; false: it has run on beneath it.</param>
    /// <param name="kDecay">The exponent of the time within a cycle, dimensionless, above 0: above 1 the rate stays up longer.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// <code>rate(step) = lrMin + (top - lrMin)·(1 - (u / T)^kDecay)^power
    /// u = the steps since the last restart, T = the length of this cycle, top = baseRate·cycleDecay^i</code>
    /// Lowered onto <see cref="Schedule.Restarts"/> with <see cref="Shapes.Polynomial"/>.
    /// </remarks>
    /// <example><code>Timm.PolyLRScheduler(0.1, tInitial: 20, power: 2)(10) == 0.025</code></example>
    public static Func<int, double> PolyLRScheduler(
        double baseRate,
        int tInitial,
        double power = 0.5,
        double lrMin = 0,
        double cycleMul = 1,
        double cycleDecay = 1,
        int cycleLimit = 1,
        int warmupT = 0,
        double warmupLrInit = 0,
        bool warmupPrefix = false,
        double kDecay = 1
    )
    {
        Shape shape = Shapes.Warp(Guard.NonNegative(power) == 0 ? Shapes.Hold : Shapes.Polynomial(power), Guard.Positive(kDecay));
        return Warmed(
            Cycles(baseRate, tInitial, lrMin, shape, cycleMul, cycleDecay, cycleLimit),
            baseRate,
            warmupT,
            warmupLrInit,
            warmupPrefix
        );
    }
}
