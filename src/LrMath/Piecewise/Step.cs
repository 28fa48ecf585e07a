using LrMath.Structure;

namespace LrMath;

public static partial class Schedule
{
    /// <summary>From <paramref name="initial"/> at step 0, times <paramref name="gamma"/> after every <paramref name="every"/> steps, held
    /// in between, without an end.</summary>
    /// <param name="initial">The value of the first <paramref name="every"/> steps; finite.</param>
    /// <param name="gamma">The factor of each jump, dimensionless, 0 or more.</param>
    /// <param name="every">The number of steps between jumps, 1 or more.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="initial"/> is not finite, <paramref name="gamma"/> is negative or not
    /// finite, or <paramref name="every"/> is not positive.</exception>
    /// <remarks>
    /// <code>value(step) = initial·gamma^⌊step / every⌋</code>
    /// PyTorch and Paddle StepLR (step_size), timm StepLRScheduler. The jump is at the step whose index is a multiple of
    /// <paramref name="every"/>. It is <see cref="ExponentialDecay"/> with a staircase.
    /// </remarks>
    /// <example><code>Schedule.Step(1, gamma: 0.5, every: 30)(60) == 0.25</code></example>
    public static Func<int, double> Step(double initial, double gamma, int every) =>
        ExponentialDecay(initial, gamma, Guard.Positive(every), staircase: true).As([initial, gamma, every]);
}
