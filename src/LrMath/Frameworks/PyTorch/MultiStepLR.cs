using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class PyTorch
{
    /// <summary>PyTorch's <c>MultiStepLR</c>: the rate is multiplied by <paramref name="gamma"/> at each milestone.</summary>
    /// <param name="baseRate">The optimizer's rate; finite.</param>
    /// <param name="milestones">The steps with the first changed rate, each 0 or more, in any order, or none; a step named twice counts
    /// twice.</param>
    /// <param name="gamma">The factor, dimensionless, 0 or more.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="milestones"/> is null.</exception>
    /// <remarks>
    /// <code>rate(step) = baseRate·gamma^(number of milestones ≤ step)</code>
    /// Lowered onto <see cref="Schedule.MultiStep"/>, which wants its milestones in order and at least one.
    /// </remarks>
    /// <example><code>PyTorch.MultiStepLR(0.1, [30, 80])(80) // 0.001</code></example>
    public static Func<int, double> MultiStepLR(double baseRate, IReadOnlyList<int> milestones, double gamma = 0.1)
    {
        ArgumentNullException.ThrowIfNull(milestones);
        Guard.Finite(baseRate);
        Guard.NonNegative(gamma);
        return milestones.Count == 0 ? Schedule.Constant(baseRate) : Schedule.MultiStep(baseRate, gamma, [.. milestones.Order()]);
    }
}
