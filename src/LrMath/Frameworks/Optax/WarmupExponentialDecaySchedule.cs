using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Optax
{
    /// <summary>optax's <c>warmup_exponential_decay_schedule</c>: a straight line up to <paramref name="peakValue"/>, then
    /// <see cref="ExponentialDecay"/> from there.</summary>
    /// <param name="initValue">The value at step 0; finite.</param>
    /// <param name="peakValue">Where the way up leads, and the decay starts; finite.</param>
    /// <param name="warmupSteps">The length of the way up in steps, 0 or more; with 0 the first value is the peak.</param>
    /// <param name="transitionSteps">The number of steps that <paramref name="decayRate"/> is for; 0 or less stays at the peak.</param>
    /// <param name="decayRate">The factor, dimensionless, 0 or more; 0 stays at the peak.</param>
    /// <param name="transitionBegin">How many steps the peak is held after the warm-up; less than 0 counts as 0.</param>
    /// <param name="staircase">True: the value stays for <paramref name="transitionSteps"/> steps and then jumps.</param>
    /// <param name="endValue">With a rate below 1 the lowest value after the warm-up, else the highest one; finite. Null is no
    /// limit.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// <code>value(step) = step &lt; warmupSteps ? initValue + (peakValue - initValue)·step / warmupSteps
    ///     : ExponentialDecay(peakValue, …)(step - warmupSteps)</code>
    /// The decay has its own step 0 at the end of the warm-up. The warm-up heads for the peak even if the limit cuts it off. Lowered onto
    /// <see cref="Schedule.Linear"/> and the verb <c>Then</c>.
    /// </remarks>
    /// <example><code>Optax.WarmupExponentialDecaySchedule(0, 1, warmupSteps: 10, transitionSteps: 5, decayRate: 0.5)(20) ==
    /// 0.25</code></example>
    public static Func<int, double> WarmupExponentialDecaySchedule(
        double initValue,
        double peakValue,
        int warmupSteps,
        int transitionSteps,
        double decayRate,
        int transitionBegin = 0,
        bool staircase = false,
        double? endValue = null
    )
    {
        Guard.Finite(initValue);
        Guard.Span(initValue, Guard.Finite(peakValue), nameof(peakValue));
        Guard.NonNegative(warmupSteps);
        return Schedule
            .Linear(initValue, peakValue, warmupSteps)
            .Then(ExponentialDecay(peakValue, transitionSteps, decayRate, transitionBegin, staircase, endValue), at: warmupSteps);
    }
}
