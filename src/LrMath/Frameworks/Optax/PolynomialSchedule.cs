using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Optax
{
    /// <summary>
    /// optax's <c>polynomial_schedule</c>: from <paramref name="initValue"/> to <paramref name="endValue"/> as a power of the remaining
    /// fraction, then held.
    /// </summary>
    /// <param name="initValue">The value until the transition begins; finite.</param>
    /// <param name="endValue">The value after the transition; finite.</param>
    /// <param name="power">The exponent, dimensionless, 0 or more; 1 is a straight line, 0 never leaves
    /// <paramref name="initValue"/>.</param>
    /// <param name="transitionSteps">The length of the way in steps; 0 or less never leaves <paramref name="initValue"/>.</param>
    /// <param name="transitionBegin">How many steps the first value is held before; less than 0 counts as 0.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, the two are too far apart for a double, or
    /// <paramref name="power"/> is negative.</exception>
    /// <remarks>
    /// <code>value(step) = endValue + (initValue - endValue)·(1 - clip(step - transitionBegin, 0, transitionSteps) /
    /// transitionSteps)^power</code>
    /// A length of 0 gives the first value here, the last one in <see cref="Schedule.Polynomial"/>. Lowered onto that and the verb
    /// <c>Delay</c>.
    /// </remarks>
    /// <example><code>Optax.PolynomialSchedule(1, 0, power: 2, transitionSteps: 4)(2) == 0.25</code></example>
    public static Func<int, double> PolynomialSchedule(
        double initValue,
        double endValue,
        double power,
        int transitionSteps,
        int transitionBegin = 0
    )
    {
        Guard.Finite(initValue);
        Guard.Span(initValue, Guard.Finite(endValue), nameof(endValue));
        Guard.NonNegative(power);
        if (transitionSteps <= 0 || power == 0)
        {
            return Schedule.Constant(initValue);
        }

        return Begin(
            power == 1
                ? Schedule.Linear(initValue, endValue, transitionSteps)
                : Schedule.Polynomial(initValue, endValue, transitionSteps, power),
            transitionBegin
        );
    }

    private static Func<int, double> Begin(Func<int, double> schedule, int transitionBegin) =>
        transitionBegin > 0 ? schedule.Delay(transitionBegin) : schedule;
}
