using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Optax
{
    /// <summary>
    /// optax's <c>cosine_decay_schedule</c>: half a cosine, or a power of it, from <paramref name="initValue"/> to <paramref name="alpha"/>
    /// times that, then held.
    /// </summary>
    /// <param name="initValue">The value at step 0; finite.</param>
    /// <param name="decaySteps">The length of the way in steps, 1 or more.</param>
    /// <param name="alpha">The last value as a share of the first, dimensionless; finite, and it may be above 1.</param>
    /// <param name="exponent">The power of the cosine, dimensionless, 0 or more; 1 is the cosine itself, 0 never leaves
    /// <paramref name="initValue"/>.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// <code>value(step) = initValue·((1 - alpha)·((1 + cos(π·min(step, decaySteps) / decaySteps)) / 2)^exponent + alpha)</code>
    /// The end is held, where PyTorch's rises again. Lowered onto <see cref="Schedule.Cosine"/>, which takes the end itself, or
    /// <see cref="Shapes.CosinePower"/>.
    /// </remarks>
    /// <example><code>Optax.CosineDecaySchedule(1, decaySteps: 4, alpha: 0.5)(2) == 0.75</code></example>
    public static Func<int, double> CosineDecaySchedule(double initValue, int decaySteps, double alpha = 0, double exponent = 1)
    {
        double end = Guard.Result(Guard.Finite(initValue) * Guard.Finite(alpha), alpha, "the end", nameof(alpha));
        Guard.Span(initValue, end, nameof(alpha), alpha);
        return Decay(initValue, end, Guard.Positive(decaySteps), Guard.NonNegative(exponent));
    }

    private static Func<int, double> Decay(double start, double end, int steps, double exponent) =>
        exponent switch
        {
            0 => Schedule.Constant(start),
            1 => Schedule.Cosine(start, end, steps),
            _ => Schedule.Ramp(start, end, steps, Shapes.CosinePower(exponent)),
        };
}
