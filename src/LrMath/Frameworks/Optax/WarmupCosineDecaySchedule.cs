using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Optax
{
    /// <summary>
    /// optax's <c>warmup_cosine_decay_schedule</c>: a straight line up to <paramref name="peakValue"/>, then half a cosine, or a power of
    /// it, down to <paramref name="endValue"/>, which is held.
    /// </summary>
    /// <param name="initValue">The value at step 0; finite.</param>
    /// <param name="peakValue">The value at step <paramref name="warmupSteps"/>; finite.</param>
    /// <param name="warmupSteps">The length of the way up in steps, 0 or more; with 0 the first value is the peak.</param>
    /// <param name="decaySteps">The first step of the end, with the warm-up counted in; more than <paramref name="warmupSteps"/>.</param>
    /// <param name="endValue">The value from then on; finite. With a peak of 0 it is not looked at: the end is 0.</param>
    /// <param name="exponent">The power of the cosine, dimensionless, 0 or more; 1 is the cosine itself, 0 stays at the peak.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// <code>value(step) = step &lt; warmupSteps ? initValue + (peakValue - initValue)·step / warmupSteps
    ///     : endValue + (peakValue - endValue)·((1 + cos(π·min(step - warmupSteps, n) / n)) / 2)^exponent, n = decaySteps -
    ///     warmupSteps</code>
    /// <paramref name="decaySteps"/> is the whole length here, as in Transformers; in Keras, and in <c>Schedule.Cosine(…).Warmup(…)</c>,
    /// onto which this is lowered, the two lengths add up.
    /// </remarks>
    /// <example><code>Optax.WarmupCosineDecaySchedule(0, 1, warmupSteps: 10, decaySteps: 30)(20) == 0.5</code></example>
    public static Func<int, double> WarmupCosineDecaySchedule(
        double initValue,
        double peakValue,
        int warmupSteps,
        int decaySteps,
        double endValue = 0,
        double exponent = 1
    )
    {
        Guard.Finite(initValue);
        Guard.Span(initValue, Guard.Finite(peakValue), nameof(peakValue));
        Guard.NonNegative(warmupSteps);
        if (decaySteps <= warmupSteps)
        {
            throw Guard.Illegal(
                nameof(decaySteps),
                decaySteps,
                FormattableString.Invariant($"more than warmupSteps, {warmupSteps}, which it includes")
            );
        }

        double end = Guard.Finite(endValue) * (peakValue == 0 ? 0 : 1);
        Guard.Span(peakValue, end, nameof(endValue));
        return Decay(peakValue, end, decaySteps - warmupSteps, Guard.NonNegative(exponent)).Warmup(warmupSteps, initValue);
    }
}
