using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class PyTorch
{
    /// <summary>PyTorch's <c>PolynomialLR</c>: from the rate down to 0 as a power of the remaining fraction, then 0.</summary>
    /// <param name="baseRate">The optimizer's rate; finite.</param>
    /// <param name="totalIters">The first step at 0; 0 or more.</param>
    /// <param name="power">The exponent, dimensionless, above 0; 1 is a straight line.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// <code>rate(step) = baseRate·(1 - min(step, totalIters) / totalIters)^power</code>
    /// PyTorch takes a length of 0 and then divides by it, and a power of 0, which never falls: that is <see cref="Schedule.Constant"/>.
    /// Lowered onto <see cref="Schedule.Polynomial"/>, which can end above 0 as well.
    /// </remarks>
    /// <example><code>PyTorch.PolynomialLR(0.1, totalIters: 4, power: 2)(2) == 0.025</code></example>
    public static Func<int, double> PolynomialLR(double baseRate, int totalIters = 5, double power = 1) =>
        Schedule.Polynomial(Guard.Finite(baseRate), 0, Guard.NonNegative(totalIters), Guard.Positive(power));
}
