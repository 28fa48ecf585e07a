using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Paddle
{
    /// <summary>Paddle's <c>LinearWarmup</c> before a constant rate.</summary>
    /// <param name="learningRate">The rate after the warm-up; finite.</param>
    /// <param name="warmupSteps">The first step after the warm-up, 0 or more.</param>
    /// <param name="startLr">The rate at step 0; finite.</param>
    /// <param name="endLr">Where the warm-up leads; finite.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks><inheritdoc cref="LinearWarmup(Func{int, double}, int, double, double)" path="/remarks/node()"/></remarks>
    /// <example><code>Paddle.LinearWarmup(0.5, warmupSteps: 10, startLr: 0, endLr: 1)(9) == 0.9</code></example>
    public static Func<int, double> LinearWarmup(double learningRate, int warmupSteps, double startLr, double endLr) =>
        LinearWarmup(Schedule.Constant(Guard.Finite(learningRate)), warmupSteps, startLr, endLr);

    /// <summary>Paddle's <c>LinearWarmup</c> before another schedule, which then starts at its own step 0.</summary>
    /// <param name="learningRate">The schedule after the warm-up.</param>
    /// <param name="warmupSteps">The first step after the warm-up, 0 or more.</param>
    /// <param name="startLr">The rate at step 0; finite.</param>
    /// <param name="endLr">Where the warm-up leads; finite.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    /// <exception cref="ArgumentException"><paramref name="learningRate"/> is null or two schedules in one.</exception>
    /// <remarks>
    /// <code>rate(step) = step &lt; warmupSteps ? startLr + (endLr - startLr)·step / warmupSteps : learningRate(step - warmupSteps)</code>
    /// Nothing makes <paramref name="endLr"/> the rate that follows, and no step has it; the verb <c>Warmup</c> leads to the rate that
    /// follows. Lowered onto <see cref="Schedule.Linear"/> and the verb <c>Then</c>.
    /// </remarks>
    /// <example><code>Paddle.LinearWarmup(Paddle.ExponentialDecay(1, 0.5), warmupSteps: 10, startLr: 0, endLr: 1)(11) ==
    /// 0.5</code></example>
    public static Func<int, double> LinearWarmup(Func<int, double> learningRate, int warmupSteps, double startLr, double endLr)
    {
        Guard.Schedule(learningRate);
        Guard.Span(Guard.Finite(startLr), Guard.Finite(endLr), nameof(endLr));
        return Schedule.Linear(startLr, endLr, Guard.NonNegative(warmupSteps)).Then(learningRate, at: warmupSteps);
    }
}
