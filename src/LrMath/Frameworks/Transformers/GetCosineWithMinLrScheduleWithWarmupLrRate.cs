using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Transformers
{
    /// <summary>
    /// Transformers' <c>get_cosine_with_min_lr_schedule_with_warmup_lr_rate</c> (<c>cosine_warmup_with_min_lr</c>): waves between the rate
    /// and a least one, after a warm-up that does not begin at 0.
    /// </summary>
    /// <param name="baseRate">The optimizer's rate; finite.</param>
    /// <param name="numWarmupSteps">The number of updates in the warm-up, the last of which has the full rate; 0 or more.</param>
    /// <param name="numTrainingSteps">The number of updates in all, at the last of which <paramref name="numCycles"/> waves are over; 0 or
    /// more.</param>
    /// <param name="numCycles">The number of whole waves, not necessarily whole; 0 or more, 0.5 is one way down.</param>
    /// <param name="minLr">The least rate, 0 or more; null where <paramref name="minLrRate"/> is given.</param>
    /// <param name="minLrRate">The least rate as a share of the optimizer's, 0 or more; null where <paramref name="minLr"/> is
    /// given.</param>
    /// <param name="warmupLrRate">The first update's share of the rate, 0 or more; null: one part in
    /// <paramref name="numWarmupSteps"/>.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="ArgumentException">Neither or both of <paramref name="minLr"/> and <paramref name="minLrRate"/> are
    /// given.</exception>
    /// <remarks>
    /// <code>rate(step) = baseRate·(step + 1) / numWarmupSteps, or baseRate·(q + (1 - q)·step / max(1, numWarmupSteps - 1)) with q =
    /// warmupLrRate
    /// then least + (baseRate - least)·(1 + cos(2π·numCycles·p)) / 2, p = (step + 1 - numWarmupSteps) / max(1, numTrainingSteps -
    /// numWarmupSteps)</code>
    /// All is one step earlier than in <see cref="GetCosineWithMinLrScheduleWithWarmup"/>: the last update of the warm-up has the full
    /// rate, the last of the training the least one. After that the wave goes on. Lowered onto <see cref="Schedule.CosineWave"/> and
    /// <c>Shift(1)</c>.
    /// </remarks>
    /// <example><code>Transformers.GetCosineWithMinLrScheduleWithWarmupLrRate(0.1, 10, 30, minLr: 0.02)(29) == 0.02</code></example>
    public static Func<int, double> GetCosineWithMinLrScheduleWithWarmupLrRate(
        double baseRate,
        int numWarmupSteps,
        int numTrainingSteps,
        double numCycles = 0.5,
        double? minLr = null,
        double? minLrRate = null,
        double? warmupLrRate = null
    )
    {
        Func<int, double> waves = Waves(baseRate, LeastRate(baseRate, minLr, minLrRate), numWarmupSteps, numTrainingSteps, numCycles)
            .Shift(1);
        Func<int, double> warmup = warmupLrRate is { } share
            ? Schedule.Linear(
                Guard.Result(Guard.NonNegative(share, nameof(warmupLrRate)) * baseRate, share, "the first rate", nameof(warmupLrRate)),
                baseRate,
                Math.Max(1, numWarmupSteps - 1)
            )
            : Schedule.Linear(0, baseRate, numWarmupSteps).Shift(1);
        return warmup.Then(waves, at: numWarmupSteps);
    }
}
