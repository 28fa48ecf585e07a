using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Paddle
{
    /// <summary>
    /// Paddle's <c>CosineAnnealingWarmRestarts</c>: half a cosine down towards <paramref name="etaMin"/>, a jump back up, and again, each
    /// cycle <paramref name="tMult"/> times as long.
    /// </summary>
    /// <param name="learningRate">The rate at step 0 and at each restart; finite.</param>
    /// <param name="t0">The length of the first cycle in steps (Paddle's <c>T_0</c>), 1 or more.</param>
    /// <param name="tMult">How many times as long as the one before each cycle is (Paddle's <c>T_mult</c>), 1 or more.</param>
    /// <param name="etaMin">What a cycle falls towards; finite. It is not reached: the step that would is the next restart.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// <code>rate(step) = etaMin + (learningRate - etaMin)·(1 + cos(π·u / T)) / 2
    /// u = the steps since the last restart, T = the length of this cycle</code>
    /// PyTorch's scheduler of that name; like it, Paddle's can miss a restart when it is given an epoch, and here none is missed.
    /// Lowered onto <see cref="Schedule.CosineRestarts"/>.
    /// </remarks>
    /// <example><code>Paddle.CosineAnnealingWarmRestarts(0.1, t0: 10, tMult: 3)(1_210) == 0.1</code></example>
    public static Func<int, double> CosineAnnealingWarmRestarts(double learningRate, int t0, int tMult = 1, double etaMin = 0)
    {
        Guard.Span(Guard.Finite(learningRate), Guard.Finite(etaMin), nameof(etaMin));
        return Schedule.CosineRestarts(learningRate, etaMin, Guard.Positive(t0), Guard.Positive(tMult));
    }
}
