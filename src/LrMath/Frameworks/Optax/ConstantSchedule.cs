namespace LrMath.Frameworks;

public static partial class Optax
{
    /// <summary>optax's <c>constant_schedule</c>: one value for ever.</summary>
    /// <param name="value">The value; finite.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not finite.</exception>
    /// <remarks>Lowered onto <see cref="Schedule.Constant"/>.</remarks>
    /// <example><code>Optax.ConstantSchedule(0.1)(1_000) == 0.1</code></example>
    public static Func<int, double> ConstantSchedule(double value) => Schedule.Constant(value);
}
