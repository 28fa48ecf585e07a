using LrMath.Structure;
using static System.FormattableString;

namespace LrMath.Analysis;

public static partial class RateFinder
{
    /// <summary>The rate just before the loss runs away: two points slide down from the end of the curve until their slopes
    /// agree.</summary>
    /// <param name="rates">The rates of the log: finite, positive, strictly rising; spaced in any way.</param>
    /// <param name="losses">The loss at each rate; read up to the first that is NaN or infinite.</param>
    /// <param name="spacing">How many points the two are apart, 1 or more.</param>
    /// <param name="threshold">How much the slopes may differ and still agree, in loss per point, finite and not negative. It goes with the
    /// scale of the losses.</param>
    /// <param name="factor">What the rate found is multiplied by, finite and positive, at most 1 for a margin.</param>
    /// <returns>
    /// One of the rates times <paramref name="factor"/>, with the curve's point there; or the reason: fewer than <c>spacing + 1</c> losses,
    /// losses that are the same within rounding, slopes that agree from the start or nowhere.
    /// </returns>
    /// <exception cref="ArgumentException">The lengths differ, or a rate is illegal.</exception>
    /// <exception cref="ArgumentOutOfRangeException">One of the other arguments is outside its range.</exception>
    /// <remarks>
    /// With the slopes <c>g</c> per point (central differences, one-sided at the ends) and <c>right</c> the last point,
    /// <c>left = right - spacing</c>: while <c>|g[right] - g[left]| &gt; threshold</c> both go one down; the last <c>left</c> that passed
    /// is the answer. The points have equal distances on the log axis: a log whose rates are spaced otherwise is resampled first, and the
    /// answer is its rate that is nearest to the place found. fastai's <c>slide</c> (Novetta) counts the points as they are, and also
    /// answers when its slopes agree at once or never (<see cref="FastaiFinder.Slide"/>).
    /// </remarks>
    /// <example><code>RateFinder.Slide([0.001, 0.01, 0.1, 1, 10, 100], [5, 5, 4, 2, 1, 9], spacing: 1).Rate == 1</code></example>
    public static Suggestion Slide(
        ReadOnlySpan<double> rates,
        ReadOnlySpan<double> losses,
        int spacing = 15,
        double threshold = 0.005,
        double factor = 1
    )
    {
        RangeLog.Check(rates, losses);
        Guard.Positive(spacing);
        Guard.NonNegative(threshold);
        Guard.Positive(factor);
        int usable = RangeLog.Usable(losses);
        if (usable <= spacing)
        {
            return Suggestion.None(RangeLog.TooFew(losses, usable, (long)spacing + 1));
        }

        if (Curve.IsFlat(losses[..usable]))
        {
            return Suggestion.None("the loss does not fall and does not run away: it is the same within rounding");
        }

        var even = EvenLog.Of(rates[..usable], losses[..usable]);
        (int pick, bool moved, bool settled) = Curve.Slide(even.Losses, spacing, threshold);
        return !moved
                ? Suggestion.None(
                    Invariant(
                        $"the loss does not run away: its slopes at the end and {spacing} points before differ by no more than {threshold}"
                    )
                )
            : !settled
                ? Suggestion.None(
                    Invariant($"the loss has no calm part: slopes {spacing} points apart differ by more than {threshold} throughout")
                )
            : Suggestion.Slid(rates[..usable], losses[..usable], even.Nearest(pick), factor, Math.Log10);
    }
}
