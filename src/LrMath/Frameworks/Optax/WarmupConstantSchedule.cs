using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Optax
{
    /// <summary>optax's <c>warmup_constant_schedule</c>: a straight line from <paramref name="initValue"/> to <paramref name="peakValue"/>,
    /// then held.</summary>
    /// <param name="initValue">The value at step 0; finite.</param>
    /// <param name="peakValue">The value from step <paramref name="warmupSteps"/> on; finite.</param>
    /// <param name="warmupSteps">The length of the way in steps; 0 or less never leaves <paramref name="initValue"/>.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or the two are too far apart for a double.</exception>
    /// <remarks>
    /// <code>value(step) = initValue + (peakValue - initValue)·min(step, warmupSteps) / warmupSteps</code>
    /// Without a warm-up it stays at its first value for ever, where the other two of optax's warm-ups, and this library's verb
    /// <c>Warmup</c>, start at the peak. Lowered onto <see cref="LinearSchedule"/>.
    /// </remarks>
    /// <example><code>Optax.WarmupConstantSchedule(0, 0.1, warmupSteps: 0)(1_000) == 0</code></example>
    public static Func<int, double> WarmupConstantSchedule(double initValue, double peakValue, int warmupSteps)
    {
        Guard.Span(Guard.Finite(initValue), Guard.Finite(peakValue), nameof(peakValue));
        return LinearSchedule(initValue, peakValue, warmupSteps);
    }
}
