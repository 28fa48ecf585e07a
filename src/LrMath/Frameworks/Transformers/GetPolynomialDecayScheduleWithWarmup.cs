using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Transformers
{
    /// <summary>Transformers' <c>get_polynomial_decay_schedule_with_warmup</c> (<c>polynomial</c>): up from 0, then down as a power of the
    /// remaining fraction.</summary>
    /// <param name="baseRate">The optimizer's rate; finite.</param>
    /// <param name="numWarmupSteps">The first step with the full rate; 0 or more.</param>
    /// <param name="numTrainingSteps">The first step at <paramref name="lrEnd"/>; 0 or more. It includes the warm-up; if it is not the
    /// longer one, the end follows the warm-up at once.</param>
    /// <param name="lrEnd">The rate at the end, which is held; finite. Transformers wants it below the optimizer's.</param>
    /// <param name="power">The exponent, dimensionless, 0 or more; 1 is a straight line, 0 keeps the rate up to and including step
    /// <paramref name="numTrainingSteps"/>.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// <code>rate(step) = lrEnd + (baseRate - lrEnd)·((numTrainingSteps - step) / (numTrainingSteps - numWarmupSteps))^power</code>
    /// The end is a rate, not a share, and 1e-7 unless it is given. Where warm-up and training are of one length Transformers divides by
    /// zero.
    /// Lowered onto <see cref="Schedule.Polynomial"/>.
    /// </remarks>
    /// <example><code>Transformers.GetPolynomialDecayScheduleWithWarmup(0.1, 10, 30, lrEnd: 0, power: 2)(20) == 0.025</code></example>
    public static Func<int, double> GetPolynomialDecayScheduleWithWarmup(
        double baseRate,
        int numWarmupSteps,
        int numTrainingSteps,
        double lrEnd = 1e-7,
        double power = 1
    )
    {
        Guard.Span(Guard.Finite(baseRate), Guard.Finite(lrEnd), nameof(lrEnd));
        int length = Left(numWarmupSteps, numTrainingSteps);
        Shape way = Guard.NonNegative(power) == 0 ? Shapes.Hold : Shapes.Polynomial(power);

        // 0^0 is 1: one step longer.
        int steps = power == 0 && length is > 0 and < int.MaxValue ? length + 1 : length;
        return AfterWarmup(baseRate, numWarmupSteps, Schedule.Ramp(baseRate, lrEnd, steps, way));
    }
}
