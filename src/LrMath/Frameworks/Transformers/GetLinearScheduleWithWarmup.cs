using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Transformers
{
    /// <summary>Transformers' <c>get_linear_schedule_with_warmup</c> (<c>linear</c>, the Trainer's default): up from 0, then straight down
    /// to 0.</summary>
    /// <param name="baseRate">The optimizer's rate; finite.</param>
    /// <param name="numWarmupSteps">The first step with the full rate; 0 or more.</param>
    /// <param name="numTrainingSteps">The first step at 0 again; 0 or more. It includes the warm-up; if it is the shorter one, 0 follows
    /// the warm-up at once.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// <code>rate(step) = baseRate·step / numWarmupSteps, then baseRate·max(0, (numTrainingSteps - step) / (numTrainingSteps -
    /// numWarmupSteps))</code>
    /// The last update of the training, one before <paramref name="numTrainingSteps"/>, is not at 0 yet. Lowered onto
    /// <see cref="Schedule.Linear"/>, twice.
    /// </remarks>
    /// <example><code>Transformers.GetLinearScheduleWithWarmup(0.1, numWarmupSteps: 10, numTrainingSteps: 30)(20) == 0.05</code></example>
    public static Func<int, double> GetLinearScheduleWithWarmup(double baseRate, int numWarmupSteps, int numTrainingSteps) =>
        AfterWarmup(baseRate, numWarmupSteps, Schedule.Linear(Guard.Finite(baseRate), 0, Left(numWarmupSteps, numTrainingSteps)));
}
