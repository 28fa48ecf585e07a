using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Timm
{
    /// <summary>timm's <c>TanhLRScheduler</c>: a piece of the hyperbolic tangent down to nearly <paramref name="lrMin"/>, once or
    /// restarted.</summary>
    /// <param name="baseRate">The optimizer's rate; finite.</param>
    /// <param name="tInitial">The length of the first cycle in steps, 1 or more.</param>
    /// <param name="lb">Where on the tangent a cycle begins, dimensionless, from -1e17 to 1e17.</param>
    /// <param name="ub">Where it stops, dimensionless, above <paramref name="lb"/>, at most 1e17.</param>
    /// <param name="lrMin">The least rate, 0 or more.</param>
    /// <param name="cycleMul">Each cycle is this many times as long as the one before (timm's <c>cycle_mul</c>); above 0, not necessarily
    /// whole.</param>
    /// <param name="cycleDecay">Each cycle begins at this share of the rate that the one before began at; above 0. Where that is below the
    /// least rate, the cycle goes up.</param>
    /// <param name="cycleLimit">The number of cycles, 1 or more; then the least rate is held.</param>
    /// <param name="warmupT">The first step after the warm-up, 0 or more.</param>
    /// <param name="warmupLrInit">The rate at step 0 if there is a warm-up; finite.</param>
    /// <param name="warmupPrefix">True: the schedule begins after the warm-up; false: it has run on beneath it.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// <code>rate(step) = lrMin + (top - lrMin)·(1 - tanh(lb·(1 - u/T) + ub·u/T)) / 2
    /// u = the steps since the last restart, T = the length of this cycle, top = baseRate·cycleDecay^i</code>
    /// The tangent does not reach its ends: a cycle begins a little below its top and ends a little above the least rate, which comes with
    /// a jump. Step 0 has the rate itself all the same. Without <paramref name="warmupPrefix"/> the warm-up heads for what the tangent has
    /// at its end, and nothing jumps there. Lowered onto <see cref="Schedule.Restarts"/> with <see cref="Shapes.Tanh"/>.
    /// </remarks>
    /// <example><code>Timm.TanhLRScheduler(0.1, tInitial: 20, lb: -4, ub: 4)(10) == 0.05</code></example>
    public static Func<int, double> TanhLRScheduler(
        double baseRate,
        int tInitial,
        double lb = -7,
        double ub = 3,
        double lrMin = 0,
        double cycleMul = 1,
        double cycleDecay = 1,
        int cycleLimit = 1,
        int warmupT = 0,
        double warmupLrInit = 0,
        bool warmupPrefix = false
    )
    {
        Shape shape = Shapes.TanhOf(lb, ub, nameof(lb), nameof(ub));
        Func<int, double> cycles = Cycles(baseRate, tInitial, lrMin, shape, cycleMul, cycleDecay, cycleLimit);
        return Warmed(cycles, baseRate, warmupT, warmupLrInit, warmupPrefix, warmupPrefix ? baseRate : cycles(Guard.NonNegative(warmupT)));
    }
}
