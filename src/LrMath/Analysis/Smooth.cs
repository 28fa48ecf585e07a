namespace LrMath.Analysis;

public static partial class RateFinder
{
    /// <summary>The exponential moving average of the losses, corrected for its start at 0: from the first loss on, unbiased.</summary>
    /// <param name="losses">The losses, any values; from a NaN or infinite one on, all averages are NaN or infinite.</param>
    /// <param name="beta">
    /// The weight of the past, in [0, 1); 0 leaves the losses as they are. The average is over, and lags by, about <c>1/(1 - beta)</c>
    /// losses; <see langword="null"/> makes that a twentieth of the log, up to its first NaN or infinity, however finely the range was
    /// walked.
    /// </param>
    /// <returns>The smoothed losses, as many as there were.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="beta"/> is outside [0, 1) or NaN.</exception>
    /// <remarks>
    /// <c>m(t) = beta·m(t-1) + (1-beta)·losses[t]</c>, <c>m(-1) = 0</c>, <c>smoothed[t] = m(t) / (1 - beta^(t+1))</c>. fastai's
    /// <c>AvgSmoothLoss</c>, with 0.98 and in single precision (<see cref="FastaiFinder.Smooth"/>); Adam's bias correction (Kingma and Ba,
    /// 2015).
    /// </remarks>
    /// <example><code>RateFinder.Smooth([2, 1], 0.5)[1] // 1.3333333333333333</code></example>
    public static double[] Smooth(ReadOnlySpan<double> losses, double? beta = null)
    {
        double past = beta ?? WeightOfThePast(losses);
        RangeLog.Fraction(past, nameof(beta));
        double[] smoothed = new double[losses.Length];
        double average = 0,
            weight = 0;
        for (int t = 0; t < losses.Length; t++)
        {
            average = (past * average) + ((1 - past) * losses[t]);
            // The same recurrence fed with ones is 1 - beta^(t+1), without the cancellation of a power near 1.
            weight = (past * weight) + (1 - past);

            // A mean lies between the mean so far and what is new: rounding must not make a fall of losses that are all the same.
            double before = t == 0 ? losses[0] : smoothed[t - 1];
            smoothed[t] = Math.Max(Math.Min(before, losses[t]), Math.Min(Math.Max(before, losses[t]), average / weight));
        }
        return smoothed;
    }

    /// <summary>
    /// The same average along the rates instead of the points: over equal shares of the log axis, however the rates are spaced. Where they
    /// are spaced evenly on that axis the two are the same.
    /// </summary>
    /// <param name="rates">The rates of the log: finite, positive, strictly rising; spaced in any way.</param>
    /// <param name="losses">The loss at each rate, any values; from a NaN or infinite one on, all averages are NaN or infinite.</param>
    /// <param name="beta">
    /// The weight of the past, in [0, 1), from one point to the next of as many that are evenly spaced; 0 leaves the losses as they are,
    /// <see langword="null"/> averages over a twentieth of the log.
    /// </param>
    /// <returns>The smoothed losses at the rates given.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a rate is illegal.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="beta"/> is outside [0, 1) or NaN.</exception>
    /// <remarks>
    /// Rates that rise linearly have most of their points in the last decade: an average over points would lag by a large factor of the
    /// rate at the low end. The log is resampled at equal distances on the log axis, smoothed, and read at its own rates.
    /// </remarks>
    /// <example><code>RateFinder.Smooth([0.1, 1], [2, 1], 0.5)[1] // 1.3333333333333333</code></example>
    public static double[] Smooth(ReadOnlySpan<double> rates, ReadOnlySpan<double> losses, double? beta = null)
    {
        RangeLog.Check(rates, losses);
        double past = beta ?? WeightOfThePast(losses);
        double[] smoothed = Smooth(losses, past);
        int usable = RangeLog.Usable(losses);
        if (usable < 3 || past == 0)
        {
            return smoothed;
        }

        var even = EvenLog.Of(rates[..usable], losses[..usable]);
        even.AtTheRatesGiven(Smooth(even.Losses, past)).CopyTo(smoothed, 0);
        return smoothed;
    }

    /// <summary>With which as many losses count as are a twentieth of the log.</summary>
    private static double WeightOfThePast(ReadOnlySpan<double> losses) => Math.Max(0, 1 - (20.0 / Math.Max(RangeLog.Usable(losses), 1)));
}
