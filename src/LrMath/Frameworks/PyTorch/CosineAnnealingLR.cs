using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class PyTorch
{
    /// <summary>
    /// PyTorch's <c>CosineAnnealingLR</c>: a wave, down to <paramref name="etaMin"/> in <paramref name="tMax"/> steps, up again in as many,
    /// and so on.
    /// </summary>
    /// <param name="baseRate">The optimizer's rate; finite.</param>
    /// <param name="tMax">Half the length of the wave in steps (PyTorch's <c>T_max</c>), 1 or more.</param>
    /// <param name="etaMin">The rate in the trough; finite.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// <code>rate(step) = etaMin + (baseRate - etaMin)·(1 + cos(π·step / tMax)) / 2</code>
    /// A run that is longer than <paramref name="tMax"/> rises again, which few who use it want: <see cref="Schedule.Cosine"/> stays down.
    /// For the jump back to the top instead of the way up, see <see cref="CosineAnnealingWarmRestarts"/>. PyTorch's value comes from the
    /// one before, so the wave drifts (2e-12 of the value in 7,000 steps); here crest and trough are exact wherever they are. Lowered onto
    /// <see cref="Schedule.CosineWave"/>, whose half period need not be whole.
    /// </remarks>
    /// <example><code>PyTorch.CosineAnnealingLR(0.1, tMax: 50)(100) == 0.1</code></example>
    public static Func<int, double> CosineAnnealingLR(double baseRate, int tMax, double etaMin = 0)
    {
        Guard.Span(Guard.Finite(baseRate), Guard.Finite(etaMin), nameof(etaMin));
        return Schedule.CosineWave(baseRate, etaMin, Guard.Positive(tMax));
    }
}
