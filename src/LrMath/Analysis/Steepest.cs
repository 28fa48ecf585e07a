using LrMath.Structure;

namespace LrMath.Analysis;

public static partial class RateFinder
{
    /// <summary>The rate at which the loss falls fastest per e-fold of the rate.</summary>
    /// <param name="rates">The rates of the log: finite, positive, strictly rising; spaced in any way.</param>
    /// <param name="losses">The loss at each rate; read up to the first that is NaN or infinite.</param>
    /// <param name="reach">
    /// Over how many points to either side a slope is taken, 1 or more; <see langword="null"/> for a fortieth of the log, at least 1.
    /// </param>
    /// <returns>
    /// One of the rates, neither the first nor the last read;
    /// or the reason: fewer than <c>2·reach + 1</c> losses, or a loss that falls nowhere by more than rounding.
    /// </returns>
    /// <exception cref="ArgumentException">The lengths differ, or a rate is illegal.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="reach"/> is below 1.</exception>
    /// <remarks>
    /// The first smallest <c>(losses[i+reach] - losses[i-reach]) / (ln rates[i+reach] - ln rates[i-reach])</c>, at equal distances on the
    /// log axis: a log whose rates are spaced otherwise is resampled first, and the answer is its rate that is nearest to the place found.
    /// fastai's <c>steep</c> takes one-sided differences, torch-lr-finder and ignite slopes per point whatever the rates are:
    /// <see cref="FastaiFinder.Steep"/>, <see cref="TorchLrFinder.Steepest"/>, <see cref="IgniteFinder.LrSuggestion"/>.
    /// </remarks>
    /// <example><code>RateFinder.Steepest([0.001, 0.01, 0.1, 1], [5, 4, 1, 2]).Rate == 0.01</code></example>
    public static Suggestion Steepest(ReadOnlySpan<double> rates, ReadOnlySpan<double> losses, int? reach = null)
    {
        RangeLog.Check(rates, losses);
        int usable = RangeLog.Usable(losses);
        int span = reach ?? Math.Max(1, usable / 40);
        Guard.Positive(span, nameof(reach));
        if (usable <= 2L * span)
        {
            return Suggestion.None(RangeLog.TooFew(losses, usable, (2L * span) + 1));
        }

        var even = EvenLog.Of(rates[..usable], losses[..usable]);
        ReadOnlySpan<double> curve = even.Losses;
        int steepest = 0;
        double slope = 0;
        for (int i = span; i < usable - span; i++)
        {
            double here = (curve[i + span] - curve[i - span]) / even.Width(i - span, i + span);
            if (here < slope && Curve.Falls(curve[i - span], curve[i + span]))
            {
                (steepest, slope) = (i, here);
            }
        }

        return steepest == 0
            ? Suggestion.None("the loss does not fall: nowhere does it go down by more than rounding")
            : Suggestion.At(rates, losses, Math.Clamp(even.Nearest(steepest), 1, usable - 2));
    }
}
