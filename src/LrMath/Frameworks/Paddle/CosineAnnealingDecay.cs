using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Paddle
{
    /// <summary>
    /// Paddle's <c>CosineAnnealingDecay</c>: a wave, down to <paramref name="etaMin"/> in <paramref name="tMax"/> steps, up again in as
    /// many, and so on.
    /// </summary>
    /// <param name="learningRate">The rate at step 0 and on every crest; finite.</param>
    /// <param name="tMax">Half the length of the wave in steps (Paddle's <c>T_max</c>), 1 or more.</param>
    /// <param name="etaMin">The rate in the trough; finite.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// <code>rate(step) = etaMin + (learningRate - etaMin)·(1 + cos(π·step / tMax)) / 2</code>
    /// A run that is longer than <paramref name="tMax"/> rises again, which few who use it want: <see cref="Schedule.Cosine"/> stays down.
    /// Lowered onto <see cref="PyTorch.CosineAnnealingLR"/>, the same wave.
    /// </remarks>
    /// <example><code>Paddle.CosineAnnealingDecay(0.1, tMax: 50)(100) == 0.1</code></example>
    public static Func<int, double> CosineAnnealingDecay(double learningRate, int tMax, double etaMin = 0)
    {
        Guard.Span(Guard.Finite(learningRate), Guard.Finite(etaMin), nameof(etaMin));
        return PyTorch.CosineAnnealingLR(learningRate, Guard.Positive(tMax), etaMin);
    }
}
