namespace LrMath.Frameworks;

public static partial class Transformers
{
    /// <summary>Transformers' <c>get_cosine_with_min_lr_schedule_with_warmup</c> (<c>cosine_with_min_lr</c>): up from 0, then waves between
    /// the rate and a least one.</summary>
    /// <param name="baseRate">The optimizer's rate; finite.</param>
    /// <param name="numWarmupSteps">The first step with the full rate; 0 or more.</param>
    /// <param name="numTrainingSteps">Where <paramref name="numCycles"/> waves are over; 0 or more. It includes the warm-up.</param>
    /// <param name="numCycles">The number of whole waves, not necessarily whole; 0 or more, 0.5 is one way down.</param>
    /// <param name="minLr">The least rate, 0 or more; null where <paramref name="minLrRate"/> is given.</param>
    /// <param name="minLrRate">The least rate as a share of the optimizer's, 0 or more; null where <paramref name="minLr"/> is
    /// given.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="ArgumentException">Neither or both of <paramref name="minLr"/> and <paramref name="minLrRate"/> are
    /// given.</exception>
    /// <remarks>
    /// <code>rate(step) = least + (baseRate - least)·(1 + cos(2π·numCycles·p)) / 2, p = (step - numWarmupSteps) / max(1, numTrainingSteps -
    /// numWarmupSteps)</code>
    /// The warm-up still begins at 0, below the least rate. Nothing is held at the end: past <paramref name="numTrainingSteps"/> the wave
    /// goes on.
    /// Lowered onto <see cref="Schedule.CosineWave"/>.
    /// </remarks>
    /// <example><code>Transformers.GetCosineWithMinLrScheduleWithWarmup(0.1, 10, 30, minLr: 0.02)(30) == 0.02</code></example>
    public static Func<int, double> GetCosineWithMinLrScheduleWithWarmup(
        double baseRate,
        int numWarmupSteps,
        int numTrainingSteps,
        double numCycles = 0.5,
        double? minLr = null,
        double? minLrRate = null
    ) =>
        AfterWarmup(
            baseRate,
            numWarmupSteps,
            Waves(baseRate, LeastRate(baseRate, minLr, minLrRate), numWarmupSteps, numTrainingSteps, numCycles)
        );
}
