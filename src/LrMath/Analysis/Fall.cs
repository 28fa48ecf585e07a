using LrMath.Structure;

namespace LrMath.Analysis;

public static partial class RateFinder
{
    /// <summary>The rate at which the loss has done most of its fall: the first that is down by a share of what it falls in all.</summary>
    /// <param name="rates">The rates of the log: finite, positive, strictly rising; spaced in any way.</param>
    /// <param name="losses">The loss at each rate; read up to the first that is NaN or infinite.</param>
    /// <param name="share">How much of the fall, above 0 and at most 1; 1 is the rate of the lowest loss.</param>
    /// <returns>One of the rates; or the reason: fewer than 2 losses, or a loss that does not fall by more than rounding.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a rate is illegal.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is outside its range.</exception>
    /// <remarks>
    /// <c>rates[i]</c> of the first <c>i</c> from the highest loss on with <c>losses[i] ≤ highest - share·(highest - lowest)</c>, where
    /// <c>highest</c> is the highest loss before the lowest. It goes by losses, not by points, so it does not depend on how the rates are
    /// spaced; and where the bottom is wide, as with batch normalisation, it stays at its left end, while <see cref="Minimum"/> is anywhere
    /// in it.
    /// </remarks>
    /// <example><code>RateFinder.Fall([0.001, 0.01, 0.1, 1, 10], [5, 4, 1.3, 1, 2]).Rate == 0.1</code></example>
    public static Suggestion Fall(ReadOnlySpan<double> rates, ReadOnlySpan<double> losses, double share = 0.9)
    {
        RangeLog.Check(rates, losses);
        if (!(share > 0 && share <= 1))
        {
            throw Guard.Illegal(nameof(share), share, "above 0 and at most 1");
        }

        int usable = RangeLog.Usable(losses);
        if (usable < 2)
        {
            return Suggestion.None(RangeLog.TooFew(losses, usable, 2));
        }

        return Curve.Fallen(losses[..usable], share) is { } index ? Suggestion.At(rates, losses, index) : Suggestion.None(NoFall);
    }
}
