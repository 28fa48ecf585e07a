namespace LrMath.Frameworks;

public static partial class Optax
{
    /// <summary>optax's <c>linear_schedule</c>: a straight line from <paramref name="initValue"/> to <paramref name="endValue"/>, then
    /// held.</summary>
    /// <param name="initValue">The value until the transition begins; finite.</param>
    /// <param name="endValue">The value after the transition; finite.</param>
    /// <param name="transitionSteps">The length of the way in steps; 0 or less never leaves <paramref name="initValue"/>.</param>
    /// <param name="transitionBegin">How many steps the first value is held before; less than 0 counts as 0.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or the two are too far apart for a double.</exception>
    /// <remarks>
    /// <code>value(step) = initValue + (endValue - initValue)·clip(step - transitionBegin, 0, transitionSteps) / transitionSteps</code>
    /// A length of 0 gives the first value here, the last one in <see cref="Schedule.Linear"/>. Lowered onto that and the verb
    /// <c>Delay</c>.
    /// </remarks>
    /// <example><code>Optax.LinearSchedule(1, 0, transitionSteps: 4, transitionBegin: 10)(11) == 0.75</code></example>
    public static Func<int, double> LinearSchedule(double initValue, double endValue, int transitionSteps, int transitionBegin = 0) =>
        PolynomialSchedule(initValue, endValue, 1, transitionSteps, transitionBegin);
}
