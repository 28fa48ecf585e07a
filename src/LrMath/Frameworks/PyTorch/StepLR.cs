using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class PyTorch
{
    /// <summary>PyTorch's <c>StepLR</c>: the rate is multiplied by <paramref name="gamma"/> every <paramref name="stepSize"/>
    /// steps.</summary>
    /// <param name="baseRate">The optimizer's rate; finite.</param>
    /// <param name="stepSize">The number of steps between two changes, 1 or more.</param>
    /// <param name="gamma">The factor, dimensionless, 0 or more.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// <code>rate(step) = baseRate·gamma^⌊step / stepSize⌋</code>
    /// PyTorch takes a step size of 0 and then divides by it. Lowered onto <see cref="Schedule.Step"/>.
    /// </remarks>
    /// <example><code>PyTorch.StepLR(0.1, stepSize: 30)(30) // 0.01</code></example>
    public static Func<int, double> StepLR(double baseRate, int stepSize, double gamma = 0.1) =>
        Schedule.Step(Guard.Finite(baseRate), Guard.NonNegative(gamma), Guard.Positive(stepSize));
}
