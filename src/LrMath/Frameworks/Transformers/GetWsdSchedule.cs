using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Transformers
{
    /// <summary>Transformers' <c>get_wsd_schedule</c> (<c>warmup_stable_decay</c>): up from a least share, steady, and down to it
    /// again.</summary>
    /// <param name="baseRate">The optimizer's rate; finite.</param>
    /// <param name="numWarmupSteps">The first step with the full rate; 0 or more.</param>
    /// <param name="numDecaySteps">The length of the way down in steps; 0 or more.</param>
    /// <param name="numTrainingSteps">The length of all three parts; 0 or more. Not looked at if <paramref name="numStableSteps"/> is
    /// given.</param>
    /// <param name="numStableSteps">The length of the steady part; 0 or more. Null is what the other two leave of
    /// <paramref name="numTrainingSteps"/>.</param>
    /// <param name="warmupType">
    /// The way up: <see cref="Shapes.Linear"/> (Transformers' <c>linear</c>), which is what null means, <see cref="Shapes.Cosine"/>
    /// (<c>cosine</c>), <c>Shapes.Polynomial(0.5)</c> (<c>1-sqrt</c>), or any other.
    /// </param>
    /// <param name="decayType">
    /// The way down: <see cref="Shapes.Linear"/> (<c>linear</c>), <see cref="Shapes.SquareRoot"/> (<c>1-sqrt</c>), or any other; null is
    /// <c>cosine</c>, which has <paramref name="numCycles"/> waves.
    /// </param>
    /// <param name="minLrRatio">The share of the rate at the start and after the end, dimensionless, 0 or more.</param>
    /// <param name="numCycles">The number of whole waves of the cosine on the way down; 0 or more, 0.5 is one way. No other way down uses
    /// it.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="ArgumentException">Neither <paramref name="numTrainingSteps"/> nor <paramref name="numStableSteps"/> is given, or a
    /// shape is a multicast delegate.</exception>
    /// <remarks>
    /// <para>Unlike all of Transformers' other warm-ups this one begins at the least share. The end is held. If warm-up and decay are
    /// longer than the training together, the decay is cut at its front: the rate drops at the end of the warm-up, as it does in
    /// Transformers, without a word.</para>
    /// Lowered onto <see cref="Schedule.Ramp"/>, twice; <see cref="Schedule.WarmupStableDecay"/> is the plain form. Hägele et al.,
    /// arXiv:2405.18392.
    /// </remarks>
    /// <example><code>Transformers.GetWsdSchedule(0.1, 10, 20, numTrainingSteps: 50, decayType: Shapes.Linear)(40) == 0.05</code></example>
    public static Func<int, double> GetWsdSchedule(
        double baseRate,
        int numWarmupSteps,
        int numDecaySteps,
        int? numTrainingSteps = null,
        int? numStableSteps = null,
        Shape? warmupType = null,
        Shape? decayType = null,
        double minLrRatio = 0,
        double numCycles = 0.5
    )
    {
        double least = Guard.Result(
            Guard.Finite(baseRate) * Guard.NonNegative(minLrRatio),
            minLrRatio,
            "the lowest rate",
            nameof(minLrRatio)
        );
        Guard.Way(warmupType ?? Shapes.Linear, baseRate, least, nameof(minLrRatio), nameof(warmupType), minLrRatio);
        Guard.Way(decayType ?? Shapes.Linear, baseRate, least, nameof(minLrRatio), nameof(decayType), minLrRatio);
        Guard.NonNegative(numCycles);
        Func<int, double> up = Schedule.Ramp(
            least,
            baseRate,
            Guard.NonNegative(numWarmupSteps),
            Guard.Shape(warmupType ?? Shapes.Linear, nameof(warmupType))
        );
        Func<int, double> held = numDecaySteps == 0 ? Schedule.Hold(baseRate, least, 0) : Schedule.Constant(least);
        Func<int, double> down = decayType is null
            ? Waves(baseRate, least, 0, Guard.NonNegative(numDecaySteps), numCycles).Then(held, at: numDecaySteps)
            : Schedule.Ramp(baseRate, least, Guard.NonNegative(numDecaySteps), Guard.Shape(decayType));
        long stable = Stable(numWarmupSteps, numDecaySteps, numTrainingSteps, numStableSteps);
        return up.Then(
            stable >= 0 ? Schedule.Constant(baseRate).Then(down, at: (int)stable) : down.Shift((int)Math.Min(-stable, int.MaxValue)),
            at: numWarmupSteps
        );
    }

    private static long Stable(int numWarmupSteps, int numDecaySteps, int? numTrainingSteps, int? numStableSteps) =>
        numStableSteps is { } stable ? Guard.NonNegative(stable, nameof(numStableSteps))
        : numTrainingSteps is { } all ? (long)Guard.NonNegative(all, nameof(numTrainingSteps)) - numWarmupSteps - numDecaySteps
        : throw new ArgumentException("Give numTrainingSteps or numStableSteps: the steady part needs a length.", nameof(numTrainingSteps));
}
