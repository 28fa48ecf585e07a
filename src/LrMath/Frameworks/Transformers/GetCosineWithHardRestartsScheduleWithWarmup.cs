using System.Numerics;
using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Transformers
{
    /// <summary>Transformers' <c>get_cosine_with_hard_restarts_schedule_with_warmup</c> (<c>cosine_with_restarts</c>): up from 0, then
    /// several times down, then 0.</summary>
    /// <param name="baseRate">The optimizer's rate; finite.</param>
    /// <param name="numWarmupSteps">The first step with the full rate; 0 or more.</param>
    /// <param name="numTrainingSteps">The first step at 0 for good; 0 or more. It includes the warm-up.</param>
    /// <param name="numCycles">How many times the rate goes down; 0 or more. 0 leaves it up until the end.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// <code>rate(step) = p &lt; 1 ? baseRate·(1 + cos(π·((numCycles·p) mod 1))) / 2 : 0
    /// p = (step - numWarmupSteps) / max(1, numTrainingSteps - numWarmupSteps)</code>
    /// <para>This one is held at 0 after its end. One step of the full rate remains even if the warm-up is as long as the training.</para>
    /// <para>Where a cycle ends on a whole step, Transformers' rounding decides whether the step restarts or gets 0 (49 cycles in 49 steps
    /// do both);
    /// here it restarts. Lowered onto <see cref="Schedule.CosineRestarts"/>.</para>
    /// </remarks>
    /// <example><code>Transformers.GetCosineWithHardRestartsScheduleWithWarmup(0.1, 10, 30, numCycles: 2)(20) == 0.1</code></example>
    public static Func<int, double> GetCosineWithHardRestartsScheduleWithWarmup(
        double baseRate,
        int numWarmupSteps,
        int numTrainingSteps,
        int numCycles = 1
    )
    {
        int length = Math.Max(1, Left(numWarmupSteps, numTrainingSteps));
        return AfterWarmup(
            baseRate,
            numWarmupSteps,
            Restarts(Guard.Finite(baseRate), length, Guard.NonNegative(numCycles)).Then(Schedule.Constant(0), at: length)
        );
    }

    private static Func<int, double> Restarts(double baseRate, int length, int numCycles)
    {
        // Whole cycles in a step leave no trace; the others repeat as soon as they end together with a step.
        int cycles = numCycles % length;
        if (cycles == 0)
        {
            return Schedule.Constant(baseRate);
        }

        int together = length / (int)BigInteger.GreatestCommonDivisor(length, cycles);
        return Schedule.CosineRestarts(baseRate, 0, period: (double)length / cycles).Repeat(together);
    }
}
