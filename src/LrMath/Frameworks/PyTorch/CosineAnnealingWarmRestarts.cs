using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class PyTorch
{
    /// <summary>
    /// PyTorch's <c>CosineAnnealingWarmRestarts</c>: half a cosine down towards <paramref name="etaMin"/>, a jump back up, and again, each
    /// cycle <paramref name="tMult"/> times as long.
    /// </summary>
    /// <param name="baseRate">The optimizer's rate; finite.</param>
    /// <param name="t0">The length of the first cycle in steps (PyTorch's <c>T_0</c>), 1 or more.</param>
    /// <param name="tMult">How many times as long as the one before each cycle is (PyTorch's <c>T_mult</c>), 1 or more.</param>
    /// <param name="etaMin">What a cycle falls towards; finite. It is not reached: the step that would is the next restart.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// <code>rate(step) = etaMin + (baseRate - etaMin)·(1 + cos(π·u / T)) / 2
    /// u = the steps since the last restart, T = the length of this cycle</code>
    /// PyTorch counts <c>u</c> up when it is stepped one by one, which is right; given an epoch, it finds the cycle by a logarithm
    /// that is one short at some restarts: with T_0 = 10 and T_mult = 3, epoch 1210 gets the trough instead of the peak. Here any step in
    /// any order gives what stepping one by one gives. Lowered onto <see cref="Schedule.CosineRestarts"/>, where the factor may be a
    /// fraction and the peaks may shrink.
    /// </remarks>
    /// <example><code>PyTorch.CosineAnnealingWarmRestarts(0.1, t0: 10, tMult: 3)(1_210) == 0.1</code></example>
    public static Func<int, double> CosineAnnealingWarmRestarts(double baseRate, int t0, int tMult = 1, double etaMin = 0)
    {
        Guard.Span(Guard.Finite(baseRate), Guard.Finite(etaMin), nameof(etaMin));
        return Schedule.CosineRestarts(baseRate, etaMin, Guard.Positive(t0), Guard.Positive(tMult));
    }
}
