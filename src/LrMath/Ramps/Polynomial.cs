using LrMath.Structure;

namespace LrMath;

public static partial class Schedule
{
    /// <summary>From <paramref name="start"/> at step 0 to <paramref name="end"/> at step <paramref name="steps"/> as a power of the
    /// remaining fraction, then held.</summary>
    /// <param name="start">The value at step 0; finite.</param>
    /// <param name="end">The value from step <paramref name="steps"/> on; finite.</param>
    /// <param name="steps">The length of the way in steps, 0 or more; 0 gives <paramref name="end"/> from step 0 on.</param>
    /// <param name="power">The exponent, dimensionless, above 0: 1 is a straight line, above 1 starts steep.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, the two are too far apart for a double,
    /// <paramref name="steps"/> is negative, or <paramref name="power"/> is not above zero.</exception>
    /// <remarks>
    /// <code>value(step) = end + (start - end)·(1 - step / steps)^power</code>
    /// PyTorch PolynomialLR (end 0 there), optax polynomial_schedule, Keras and Paddle PolynomialDecay, Transformers polynomial. fastai's
    /// SchedPoly is a power of the completed fraction: <c>Ramp(start, end, steps, Shapes.Power(power))</c>.
    /// </remarks>
    /// <example><code>Schedule.Polynomial(1, 0, 4, power: 2)(2) == 0.25</code></example>
    public static Func<int, double> Polynomial(double start, double end, int steps, double power) =>
        CreateRamp(start, end, steps, Shapes.Polynomial(power)).As([start, end, steps, power]);
}
