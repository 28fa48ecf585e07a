using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Optax
{
    /// <summary>optax's <c>sgdr_schedule</c>: several <see cref="WarmupCosineDecaySchedule"/> one after another, each from its own step 0.</summary>
    /// <param name="cosineKwargs">The arguments of each cycle, one or more.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument of a cycle is outside its range, or all lengths together are too long.</exception>
    /// <exception cref="ArgumentException"><paramref name="cosineKwargs"/> is null or empty, or one of them is null.</exception>
    /// <remarks>
    /// <code>boundaries = the running sums of DecaySteps (warm-ups counted in), the last one left out</code>
    /// The last cycle has no end: its value is held. Warm restarts with a rule for lengths and peaks instead of a list:
    /// <see cref="Schedule.CosineRestarts"/>. Lowered onto <see cref="Schedule.Sequential"/>. Loshchilov and Hutter, SGDR, arXiv:1608.03983.
    /// </remarks>
    /// <example><code>Optax.SgdrSchedule([new(0, 1, 2, 10), new(0, 0.5, 2, 20)])(12) == 0.5</code></example>
    public static Func<int, double> SgdrSchedule(IReadOnlyList<CosineKwargs> cosineKwargs)
    {
        CosineKwargs[] cycles = Guard.List(cosineKwargs);
        List<int> boundaries = [];
        int start = 0;
        foreach (CosineKwargs cycle in cycles)
        {
            ArgumentNullException.ThrowIfNull(cycle, nameof(cosineKwargs));
            start = Guard.Sum(start, Guard.Positive(cycle.DecaySteps), nameof(cycle.DecaySteps));
            boundaries.Add(start);
        }

        return Schedule.Sequential(
            [
                .. cycles.Select(cycle => WarmupCosineDecaySchedule(
                    cycle.InitValue, cycle.PeakValue, cycle.WarmupSteps, cycle.DecaySteps, cycle.EndValue, cycle.Exponent)),
            ],
            boundaries[..^1]);
    }
}
