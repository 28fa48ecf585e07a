using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class PyTorch
{
    /// <summary>PyTorch's <c>SequentialLR</c>: one scheduler after another, each from its own step 0.</summary>
    /// <param name="schedulers">The parts, one or more, each built on the optimizer's rate.</param>
    /// <param name="milestones">The first step of each part but the first; one less than there are parts, each 0 or more and none before
    /// its predecessor.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentException">A list is null, empty, out of order, or of the wrong length.</exception>
    /// <remarks>
    /// <code>rate(step) = schedulers[i](step - milestones[i - 1]), with i = the number of milestones ≤ step</code>
    /// A part starts from the rate it was built on, not from the last rate of the part before; nothing makes the two meet. PyTorch does
    /// not check the order of the milestones. Lowered onto <see cref="Schedule.Sequential"/>; the verb <c>Then</c> reads better for two.
    /// </remarks>
    /// <example><code>PyTorch.SequentialLR([PyTorch.ConstantLR(0.1, 0.1, 20), PyTorch.ExponentialLR(0.1, 0.9)], [20])(20) ==
    /// 0.1</code></example>
    public static Func<int, double> SequentialLR(IReadOnlyList<Func<int, double>> schedulers, IReadOnlyList<int> milestones) =>
        Schedule.Sequential(Guard.Schedules(schedulers), milestones);
}
