using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class PyTorch
{
    /// <summary>PyTorch's <c>LinearLR</c>: a share of the rate that changes along a straight line, then stays.</summary>
    /// <param name="baseRate">The optimizer's rate; finite.</param>
    /// <param name="startFactor">The share at step 0, dimensionless, above 0 and at most 1.</param>
    /// <param name="endFactor">The share from step <paramref name="totalIters"/> on, dimensionless, 0 to 1.</param>
    /// <param name="totalIters">The length of the way in steps, 0 or more; 0 gives <paramref name="endFactor"/> from step 0 on.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// <code>rate(step) = baseRate·(startFactor + (endFactor - startFactor)·min(step, totalIters) / totalIters)</code>
    /// PyTorch's value comes from the one before, so rounding adds up (to 5e-14 of the value over 4,000 steps) and the end is missed; here
    /// it is the end. PyTorch takes a length of 0 and then divides by it. Lowered onto <see cref="Schedule.Linear"/>; as a warm-up before
    /// another schedule, its verb <c>Warmup</c> is shorter.
    /// </remarks>
    /// <example><code>PyTorch.LinearLR(0.1, startFactor: 0.5, totalIters: 4)(2) // 0.075</code></example>
    public static Func<int, double> LinearLR(double baseRate, double startFactor = 1.0 / 3, double endFactor = 1, int totalIters = 5) =>
        Schedule
            .Linear(Guard.FractionAboveZero(startFactor), Guard.Fraction(endFactor), Guard.NonNegative(totalIters))
            .Scale(Guard.Finite(baseRate));
}
