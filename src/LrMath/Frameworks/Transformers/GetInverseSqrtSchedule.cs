using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Transformers
{
    /// <summary>Transformers' <c>get_inverse_sqrt_schedule</c> (<c>inverse_sqrt</c>): up from 0, then down with the root of the time,
    /// without an end.</summary>
    /// <param name="baseRate">The optimizer's rate; finite.</param>
    /// <param name="numWarmupSteps">The first step with the full rate; 0 or more.</param>
    /// <param name="timescale">How many steps after the warm-up the rate is at 1/√2, above 0; null is the warm-up's length, or 10,000 if
    /// there is none.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// <code>rate(step) = baseRate / √(1 + (step - numWarmupSteps) / timescale)</code>
    /// Lowered onto <see cref="Schedule.InverseSquareRoot"/> and <c>Warmup</c>.
    /// </remarks>
    /// <example><code>Transformers.GetInverseSqrtSchedule(0.1, numWarmupSteps: 10)(40) == 0.05</code></example>
    public static Func<int, double> GetInverseSqrtSchedule(double baseRate, int numWarmupSteps, double? timescale = null) =>
        Schedule
            .InverseSquareRoot(
                Guard.Finite(baseRate),
                Guard.Invertible(timescale ?? (Guard.NonNegative(numWarmupSteps) > 0 ? numWarmupSteps : 10_000), nameof(timescale))
            )
            .Warmup(Guard.NonNegative(numWarmupSteps));
}
