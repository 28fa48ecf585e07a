using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Keras
{
    /// <summary>
    /// Keras' <c>CosineDecayRestarts</c>: half a cosine down towards <paramref name="alpha"/> times the rate, a jump back up, and again;
    /// each cycle <paramref name="tMul"/> times as long and <paramref name="mMul"/> times as high.
    /// </summary>
    /// <param name="initialLearningRate">The rate at step 0; finite.</param>
    /// <param name="firstDecaySteps">The length of the first cycle in steps, 1 or more.</param>
    /// <param name="tMul">How many times as long as the one before each cycle is, 1 or more; the lengths are not rounded.</param>
    /// <param name="mMul">How many times as high over the floor as the one before each peak is, 0 or more; with 0 there is only the
    /// first.</param>
    /// <param name="alpha">The floor as a share of the initial rate, dimensionless; finite. It does not shrink with the peaks.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// <code>rate(step) = initialLearningRate·((1 - alpha)·mMul^i·(1 + cos(π·u / T)) / 2 + alpha)
    /// i = the number of the cycle, u = the steps since it started, T = firstDecaySteps·tMul^i</code>
    /// <para>Cycles double in length unless told otherwise; PyTorch's stay as long as they are.</para>
    /// <para>Keras finds the cycle by a logarithm, which is one short at some restarts (with 3 and 10, and with single precision at more of
    /// them): there it gives the trough instead of the peak. A factor below 1, with which its cycles would end at some step and give NaN
    /// after it, is refused here.</para>
    /// Lowered onto <see cref="Schedule.CosineRestarts"/>. Loshchilov and Hutter, SGDR, arXiv:1608.03983.
    /// </remarks>
    /// <example><code>Keras.CosineDecayRestarts(1, firstDecaySteps: 10, mMul: 0.5)(30) == 0.25</code></example>
    public static Func<int, double> CosineDecayRestarts(
        double initialLearningRate,
        int firstDecaySteps,
        double tMul = 2,
        double mMul = 1,
        double alpha = 0
    )
    {
        double floor = Guard.Result(Guard.Finite(initialLearningRate) * Guard.Finite(alpha), alpha, "the floor", nameof(alpha));
        Guard.Span(initialLearningRate, floor, nameof(alpha), alpha);
        Guard.Positive(firstDecaySteps);
        Guard.PeriodFactor(firstDecaySteps, Guard.AtLeast(tMul, 1), null, nameof(tMul));
        return Guard.NonNegative(mMul) == 0
            ? Schedule.Cosine(initialLearningRate, floor, firstDecaySteps)
            : Schedule.CosineRestarts(initialLearningRate, floor, firstDecaySteps, tMul, mMul);
    }
}
