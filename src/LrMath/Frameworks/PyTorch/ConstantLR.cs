using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class PyTorch
{
    /// <summary>PyTorch's <c>ConstantLR</c>: <paramref name="factor"/> of the rate for <paramref name="totalIters"/> steps, then the whole
    /// rate.</summary>
    /// <param name="baseRate">The optimizer's rate; finite.</param>
    /// <param name="factor">The share of the rate until then, dimensionless, 0 to 1.</param>
    /// <param name="totalIters">The first step of the whole rate, 0 or more.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// <code>rate(step) = baseRate·(step &lt; totalIters ? factor : 1)</code>
    /// Two cases differ. With <c>total_iters=0</c> PyTorch applies the factor at step 0 and never takes it back; here there is then no
    /// factor at all. With <c>factor=0</c> PyTorch divides by zero when it ends; here the rate is 0 and then whole. Lowered onto
    /// <see cref="Schedule.Hold"/>.
    /// </remarks>
    /// <example><code>PyTorch.ConstantLR(0.1, factor: 0.5, totalIters: 8)(7) == 0.05</code></example>
    public static Func<int, double> ConstantLR(double baseRate, double factor = 1.0 / 3, int totalIters = 5) =>
        Schedule.Hold(Guard.Fraction(factor), 1, Guard.NonNegative(totalIters)).Scale(Guard.Finite(baseRate));
}
