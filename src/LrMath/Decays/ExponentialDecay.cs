using LrMath.Structure;
using static LrMath.Structure.Calls;

namespace LrMath;

public static partial class Schedule
{
    /// <summary>From <paramref name="initial"/> at step 0 by a factor of <paramref name="gamma"/> every <paramref name="every"/> steps,
    /// without an end.</summary>
    /// <param name="initial">The value at step 0; finite.</param>
    /// <param name="gamma">The factor, dimensionless, 0 or more; below 1 the value falls, above 1 it grows and stops at
    /// <see cref="double.MaxValue"/>.</param>
    /// <param name="every">The number of steps in which the factor is reached, above 0, not necessarily whole; with
    /// <paramref name="staircase"/> 1 or more.</param>
    /// <param name="staircase">True: the value stays for <paramref name="every"/> steps and then jumps; false: it changes with each
    /// step.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, <paramref name="gamma"/> is negative, or
    /// <paramref name="every"/> is too short.</exception>
    /// <remarks>
    /// <code>value(step) = initial·gamma^(step / every), the exponent rounded down if staircase</code>
    /// PyTorch ExponentialLR (every 1), optax exponential_decay, Keras ExponentialDecay, Paddle ExponentialDecay and (gamma = e^-rate)
    /// NaturalExpDecay. Computed from the step, not from the value before: no error accumulates. To a given end in a given number of
    /// steps: <see cref="Exponential"/>.
    /// </remarks>
    /// <example><code>Schedule.ExponentialDecay(1, 0.5, every: 10)(20) == 0.25</code></example>
    public static Func<int, double> ExponentialDecay(double initial, double gamma, double every = 1, bool staircase = false)
    {
        initial = Guard.Finite(initial);
        Guard.NonNegative(gamma);
        every = staircase ? Guard.AtLeast(every, 1) : Guard.Positive(every);
        ScheduleNode perLevel =
            gamma == 0
                ? SequenceNode.Of([new ConstantNode(initial), new ConstantNode(0)], [1], fromOwnStart: true)
                : new GeometricNode(initial, gamma, staircase ? 1 : every);
        return (staircase ? new SampleHoldNode(perLevel, new(every)) : perLevel).As([
            initial,
            gamma,
            Optional(every, 1.0),
            Optional(staircase, false),
        ]);
    }
}
