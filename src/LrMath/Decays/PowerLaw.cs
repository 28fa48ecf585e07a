using LrMath.Structure;

namespace LrMath;

public static partial class Schedule
{
    /// <summary>From <paramref name="initial"/> at step 0 along a power, without an end.</summary>
    /// <param name="initial">The value at step 0; finite.</param>
    /// <param name="timescale">The step at which the divisor's base has doubled, in steps, above 0, not necessarily whole.</param>
    /// <param name="power">The exponent of the fall, dimensionless; finite. Below 0 the value grows and stops at
    /// <see cref="double.MaxValue"/>, with 0 it stays.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="initial"/> or <paramref name="power"/> is not finite, or
    /// <paramref name="timescale"/> is not above zero or so small that its inverse overflows.</exception>
    /// <remarks>
    /// <code>value(step) = initial·(timescale / (timescale + step))^power</code>
    /// After a warm-up of n steps, a timescale of n goes on as the power of the absolute step: fairseq and Megatron inverse square root,
    /// OLMo PowerLR (power 0.51), NeMo NoamHold. It is <see cref="InverseTime"/> with rate 1 every <paramref name="timescale"/> steps.
    /// </remarks>
    /// <example><code>Schedule.PowerLaw(1, timescale: 100, power: 2)(100) == 0.25</code></example>
    public static Func<int, double> PowerLaw(double initial, double timescale, double power)
    {
        initial = Guard.Finite(initial);
        double rate = 1 / Guard.Invertible(timescale);
        return PowerOf(initial, rate, timescale, Guard.Finite(power)).As([initial, timescale, power]);
    }
}
