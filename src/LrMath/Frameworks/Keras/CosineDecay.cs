using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Keras
{
    /// <summary>Keras' <c>CosineDecay</c>: if a target is given, a straight line up to it; then half a cosine down to
    /// <paramref name="alpha"/> times the peak, which is held.</summary>
    /// <param name="initialLearningRate">The rate at step 0; finite. Without a warm-up target it is the peak.</param>
    /// <param name="decaySteps">The length of the way down in steps, the warm-up not counted in; 1 or more.</param>
    /// <param name="alpha">The last rate as a share of the peak, dimensionless; finite, and it may be above 1.</param>
    /// <param name="warmupTarget">The rate after the warm-up; finite. Null: there is no warm-up, whatever <paramref name="warmupSteps"/>
    /// says.</param>
    /// <param name="warmupSteps">The length of the way up in steps, 0 or more.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// <code>rate(step) = step &lt; warmupSteps ? initialLearningRate + (warmupTarget - initialLearningRate)·step / warmupSteps
    ///     : peak·((1 - alpha)·(1 + cos(π·min(step - warmupSteps, decaySteps) / decaySteps)) / 2 + alpha)</code>
    /// The two lengths add up, as in <c>Schedule.Cosine(…).Warmup(…)</c>, onto which this is lowered; in optax and Transformers the length
    /// includes the warm-up.
    /// </remarks>
    /// <example><code>Keras.CosineDecay(0, decaySteps: 20, warmupTarget: 1, warmupSteps: 10)(20) == 0.5</code></example>
    public static Func<int, double> CosineDecay(
        double initialLearningRate,
        int decaySteps,
        double alpha = 0,
        double? warmupTarget = null,
        int warmupSteps = 0
    )
    {
        Guard.Finite(initialLearningRate);
        double peak = Guard.Finite(warmupTarget ?? initialLearningRate, nameof(warmupTarget));
        Guard.Span(initialLearningRate, peak, nameof(warmupTarget));
        double end = Guard.Result(peak * Guard.Finite(alpha), alpha, "the end", nameof(alpha));
        Guard.Span(peak, end, nameof(alpha), alpha);
        Guard.NonNegative(warmupSteps);
        Func<int, double> decay = Schedule.Cosine(peak, end, Guard.Positive(decaySteps));
        return warmupTarget is null ? decay : decay.Warmup(warmupSteps, initialLearningRate);
    }
}
