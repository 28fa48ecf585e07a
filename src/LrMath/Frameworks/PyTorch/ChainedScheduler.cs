using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class PyTorch
{
    /// <summary>PyTorch's <c>ChainedScheduler</c>: several schedulers at once on one rate, their factors multiplied.</summary>
    /// <param name="baseRate">The optimizer's rate; finite.</param>
    /// <param name="schedulers">The members, one or more, each as a function of the rate it is built on: <c>lr => PyTorch.ExponentialLR(lr,
    /// 0.9)</c>.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="baseRate"/> is not finite.</exception>
    /// <exception cref="ArgumentException"><paramref name="schedulers"/> is null or empty, or one of them is null or gives
    /// null.</exception>
    /// <remarks>
    /// <code>rate(step) = baseRate·Π schedulers[i](1)(step)</code>
    /// <para>Each member is built on a rate of 1 and so gives its factor. That is PyTorch's number for the members that multiply the rate:
    /// ConstantLR, LinearLR, ExponentialLR, StepLR, MultiStepLR, PolynomialLR, MultiplicativeLR.</para>
    /// <para>It is not for the others, and PyTorch's number is hardly wanted there: with LambdaLR, CosineAnnealingWarmRestarts, CyclicLR or
    /// OneCycleLR the last one overwrites what the earlier ones did, and CosineAnnealingLR computes each value from the one that the others
    /// have changed, so that the result depends on their order. Here the product of the factors is given in each case. A member with rates
    /// of its own (an <c>etaMin</c>, say) needs them as shares of the base rate.</para>
    /// Lowered onto <see cref="Schedule.Chain"/>.
    /// </remarks>
    /// <example><code>PyTorch.ChainedScheduler(0.1, lr => PyTorch.ConstantLR(lr, 0.5, 8), lr => PyTorch.ExponentialLR(lr, 0.5))(1) ==
    /// 0.025</code></example>
    public static Func<int, double> ChainedScheduler(double baseRate, params IReadOnlyList<Func<double, Func<int, double>>> schedulers)
    {
        Guard.Finite(baseRate);
        Func<double, Func<int, double>>[] members = Guard.List(schedulers);
        return Schedule
            .Chain([.. members.Select(member => (member ?? throw new ArgumentNullException(nameof(schedulers)))(1))])
            .Scale(baseRate);
    }
}
