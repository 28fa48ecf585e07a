using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Transformers
{
    /// <summary>Transformers' <c>get_constant_schedule_with_warmup</c> (<c>constant_with_warmup</c>): up from 0, then the rate, for
    /// ever.</summary>
    /// <param name="baseRate">The optimizer's rate; finite.</param>
    /// <param name="numWarmupSteps">The first step with the full rate; 0 or more.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>Lowered onto <see cref="Schedule.Constant"/> and <c>Warmup</c>.</remarks>
    /// <example><code>Transformers.GetConstantScheduleWithWarmup(0.1, numWarmupSteps: 10)(5) == 0.05</code></example>
    public static Func<int, double> GetConstantScheduleWithWarmup(double baseRate, int numWarmupSteps) =>
        Schedule.Constant(Guard.Finite(baseRate)).Warmup(Guard.NonNegative(numWarmupSteps));
}
