using static System.FormattableString;

namespace LrMath.Analysis;

public static partial class RateFinder
{
    /// <summary>The last rate before training diverged: an upper bound, not a rate to train with.</summary>
    /// <param name="rates">The rates of the log: finite, positive, strictly rising.</param>
    /// <param name="losses">The loss at each rate.</param>
    /// <param name="factor">How many times the lowest loss is too much, finite, 1 or more; see <see cref="DivergedAt"/>.</param>
    /// <returns>
    /// The rate before <see cref="DivergedAt"/>; or the reason: the loss never diverges, is the same within rounding, or diverges from the
    /// first on.
    /// </returns>
    /// <exception cref="ArgumentException">The lengths differ, or a rate is illegal.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="factor"/> is below 1, infinite or NaN.</exception>
    /// <remarks><c>rates[DivergedAt(losses, factor) - 1]</c>. A loss that turns NaN or infinite has diverged there.</remarks>
    /// <example><code>RateFinder.BeforeDivergence([0.001, 0.01, 0.1, 1], [5, 2, 1, 9]).Rate == 0.1</code></example>
    public static Suggestion BeforeDivergence(ReadOnlySpan<double> rates, ReadOnlySpan<double> losses, double factor = 4)
    {
        RangeLog.Check(rates, losses);
        int? diverged = DivergedAt(losses, factor);
        if (losses.Length > 0 && RangeLog.Usable(losses) == losses.Length && Curve.IsFlat(losses))
        {
            return Suggestion.None("the loss does not fall and does not diverge: it is the same within rounding");
        }

        return diverged switch
        {
            null => Suggestion.None(
                losses.Length == 0
                    ? "the log is empty"
                    : Invariant($"the loss never exceeds {factor} times its lowest: the test ends before it diverges")
            ),
            0 => Suggestion.None(Invariant($"the first loss is {losses[0]}")),
            int stop => Suggestion.At(rates, losses, stop - 1),
        };
    }
}
