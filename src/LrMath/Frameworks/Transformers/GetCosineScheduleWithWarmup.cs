namespace LrMath.Frameworks;

public static partial class Transformers
{
    /// <summary>Transformers' <c>get_cosine_schedule_with_warmup</c> (<c>cosine</c>): up from 0, then waves between the rate and
    /// 0.</summary>
    /// <param name="baseRate">The optimizer's rate; finite.</param>
    /// <param name="numWarmupSteps">The first step with the full rate; 0 or more.</param>
    /// <param name="numTrainingSteps">Where <paramref name="numCycles"/> waves are over; 0 or more. It includes the warm-up.</param>
    /// <param name="numCycles">The number of whole waves, not necessarily whole; 0 or more, 0.5 is one way down.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// <code>rate(step) = baseRate·(1 + cos(2π·numCycles·p)) / 2, p = (step - numWarmupSteps) / max(1, numTrainingSteps -
    /// numWarmupSteps)</code>
    /// Nothing is held at the end: past <paramref name="numTrainingSteps"/> the wave goes on, and the rate rises again. What stays down is
    /// <see cref="Schedule.Cosine"/> with a <c>Warmup</c>. Lowered onto <see cref="Schedule.CosineWave"/>.
    /// </remarks>
    /// <example><code>Transformers.GetCosineScheduleWithWarmup(0.1, numWarmupSteps: 10, numTrainingSteps: 30)(20) == 0.05</code></example>
    public static Func<int, double> GetCosineScheduleWithWarmup(
        double baseRate,
        int numWarmupSteps,
        int numTrainingSteps,
        double numCycles = 0.5
    ) => AfterWarmup(baseRate, numWarmupSteps, Waves(baseRate, 0, numWarmupSteps, numTrainingSteps, numCycles));
}
