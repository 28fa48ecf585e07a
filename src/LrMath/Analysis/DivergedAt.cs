using LrMath.Structure;

namespace LrMath.Analysis;

public static partial class RateFinder
{
    /// <summary>The first index at which training has diverged: the loss is more than <paramref name="factor"/> times the lowest so far,
    /// NaN or infinite.</summary>
    /// <param name="losses">The losses, usually smoothed.</param>
    /// <param name="factor">How many times the lowest loss is too much, finite, 1 or more; fastai stops at 4, torch-lr-finder and ignite at
    /// 5.</param>
    /// <returns>The index of the diverged loss, or <see langword="null"/> if none has.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="factor"/> is below 1, infinite or NaN.</exception>
    /// <remarks>
    /// <c>losses[t] &gt; best + (factor-1)·|best|</c>, <c>best</c> the lowest up to and with t: for positive losses <c>factor·best</c>. The
    /// other libraries use <c>factor·best</c> for negative losses too, where it lies below the best and stops the test at once.
    /// </remarks>
    /// <example><code>RateFinder.DivergedAt([2, 1, 4, 4.5]) == 3</code></example>
    public static int? DivergedAt(ReadOnlySpan<double> losses, double factor = 4)
    {
        Guard.AtLeast(factor, 1.0);
        int usable = RangeLog.Usable(losses);
        return Curve.FirstOver(losses[..usable], best => best >= 0 ? factor * best : (2 - factor) * best)
            ?? (usable < losses.Length ? usable : null);
    }
}
