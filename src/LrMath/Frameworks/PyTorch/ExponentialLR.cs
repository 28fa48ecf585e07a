using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class PyTorch
{
    /// <summary>PyTorch's <c>ExponentialLR</c>: the rate is multiplied by <paramref name="gamma"/> in each step.</summary>
    /// <param name="baseRate">The optimizer's rate; finite.</param>
    /// <param name="gamma">The factor, dimensionless, 0 or more.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// <code>rate(step) = baseRate·gamma^step</code>
    /// PyTorch multiplies step by step, one rounding each: after ten thousand steps it is 5e-15 off, relatively. A negative factor, which
    /// PyTorch takes, is refused. Lowered onto <see cref="Schedule.ExponentialDecay"/>.
    /// </remarks>
    /// <example><code>PyTorch.ExponentialLR(0.1, gamma: 0.5)(2) == 0.025</code></example>
    public static Func<int, double> ExponentialLR(double baseRate, double gamma) =>
        Schedule.ExponentialDecay(Guard.Finite(baseRate), Guard.NonNegative(gamma));
}
