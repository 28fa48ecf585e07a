using LrMath.Structure;

namespace LrMath.Analysis;

public static partial class RateFinder
{
    /// <summary>The rate of the lowest loss divided by a safety margin: at the minimum itself training is about to get worse.</summary>
    /// <param name="rates">The rates of the log: finite, positive, strictly rising.</param>
    /// <param name="losses">The loss at each rate; read up to the first that is NaN or infinite.</param>
    /// <param name="divisor">The margin, finite and positive; 1 gives the rate of the minimum itself.</param>
    /// <returns>
    /// The rate of the first lowest loss over <paramref name="divisor"/>, with the minimum itself as the point; or the reason: fewer than
    /// 2 losses, or a loss that never goes below its first value by more than rounding.
    /// </returns>
    /// <exception cref="ArgumentException">The lengths differ, or a rate is illegal.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="divisor"/> is not finite and positive.</exception>
    /// <remarks><c>rates[argmin losses] / divisor</c>: fastai's <c>minimum</c>, with 10.</remarks>
    /// <example><code>RateFinder.Minimum([0.001, 0.01, 0.1, 1], [5, 4, 1, 2]).Rate == 0.1 / 10</code></example>
    public static Suggestion Minimum(ReadOnlySpan<double> rates, ReadOnlySpan<double> losses, double divisor = 10)
    {
        RangeLog.Check(rates, losses);
        Guard.Positive(divisor);
        int usable = RangeLog.Usable(losses);
        if (usable < 2)
        {
            return Suggestion.None(RangeLog.TooFew(losses, usable, 2));
        }

        int lowest = Curve.Lowest(losses[..usable]);
        return !Curve.Falls(losses[0], losses[lowest])
            ? Suggestion.None("the loss does not fall: it never goes below its first value by more than rounding")
            : Suggestion.Of(rates[lowest] / divisor, lowest, new RatePoint(rates[lowest], losses[lowest]));
    }
}
