using LrMath.Structure;

namespace LrMath.Analysis;

/// <summary>fastai's learning-rate finder (2.8), number for number: <c>lr_find</c>, <c>valley</c>, <c>slide</c>, <c>minimum</c>,
/// <c>steep</c>.</summary>
/// <remarks>
/// The four suggestions take the log as it is; <see cref="Suggest"/> trims it as <c>lr_find</c> does. They answer where fastai answers,
/// also to a loss that never falls, and give a reason where fastai raises. All read up to the first loss that is NaN or infinite.
/// <c>valley</c> and <c>slide</c> count points, as fastai does: they suit rates that are evenly spaced on a log axis, as those of
/// <c>lr_find</c> are, and mislead otherwise, where those of <see cref="RateFinder"/> go by the rates.
/// </remarks>
public static class FastaiFinder
{
    private const float Beta = 0.98f;
    private const double StopFactor = 4;

    /// <summary>fastai's running loss: <see cref="RateFinder.Smooth(ReadOnlySpan{double}, double?)"/> with 0.98 in single
    /// precision.</summary>
    /// <param name="losses">The losses of the batches.</param>
    /// <returns>The smoothed losses, singles in doubles.</returns>
    /// <remarks><c>m(t) = 0.98·m(t-1) + 0.02·losses[t]</c> over <c>1 - 0.98^(t+1)</c>.</remarks>
    public static double[] Smooth(ReadOnlySpan<double> losses)
    {
        double[] smoothed = new double[losses.Length];
        float average = 0;
        for (int t = 0; t < losses.Length; t++)
        {
            float loss = (float)losses[t];
            average = MathF.FusedMultiplyAdd(Beta - 1, average - loss, average);
            smoothed[t] = average / (float)(1 - Math.Pow(0.98, t + 1));
        }
        return smoothed;
    }

    /// <summary>What <c>lr_find</c> logs for these losses.</summary>
    /// <param name="losses">The losses of the batches; those after <paramref name="numIt"/> are not looked at.</param>
    /// <param name="startLr">The first rate, finite and positive.</param>
    /// <param name="endLr">The rate it heads for and never reaches, finite, above <paramref name="startLr"/>.</param>
    /// <param name="numIt">The number of iterations, 1 or more; fastai makes at least 6.</param>
    /// <param name="stopDiv">Whether to stop once the smoothed loss exceeds 4 times its lowest.</param>
    /// <returns>The log: <c>rate(k) = startLr·(endLr/startLr)^(k/max(numIt, 6))</c> and the smoothed losses.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static RangeTestRun LrFind(
        ReadOnlySpan<double> losses,
        double startLr = 1e-7,
        double endLr = 10,
        int numIt = 100,
        bool stopDiv = true
    )
    {
        RangeLog.Rising(startLr, nameof(startLr), endLr, nameof(endLr));
        Guard.Positive(numIt);
        int steps = Math.Max(numIt, 6);
        return RangeTestRun.Of(
            k => RangeLog.Geometric(startLr, endLr, (double)k / steps),
            used: null,
            Smooth(losses[..Math.Min(losses.Length, steps)]),
            best => stopDiv ? StopFactor * best : double.PositiveInfinity
        );
    }

    /// <summary>The suggestions of <c>lr_find</c>, which leaves out the first <c>numIt/10</c> and the last five points, and sees the rates
    /// in single precision.</summary>
    /// <param name="run">The log, of <see cref="LrFind"/>.</param>
    /// <param name="numIt">The number of iterations asked for, 1 or more, stopped early or not.</param>
    /// <returns>All four, with fastai's defaults; their indices are positions in <paramref name="run"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="run"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="numIt"/> is below 1.</exception>
    public static FastaiSuggestions Suggest(RangeTestRun run, int numIt = 100)
    {
        ArgumentNullException.ThrowIfNull(run);
        Guard.Positive(numIt);
        int skip = Math.Min(numIt / 10, run.Losses.Count);
        int count = Math.Max(run.Losses.Count - 5 - skip, 0);
        double[] rates = [.. run.Rates.Skip(skip).Take(count).Select(rate => (double)(float)rate)];
        double[] losses = [.. run.Losses.Skip(skip).Take(count)];
        return new FastaiSuggestions(
            Valley(rates, losses).Moved(skip),
            Slide(rates, losses).Moved(skip),
            Minimum(rates, losses).Moved(skip),
            Steep(rates, losses).Moved(skip)
        );
    }

    /// <summary>
    /// <see cref="RateFinder.Valley"/> counted in points however the rates are spaced, and for a loss that never falls the first rate, for
    /// a fall of the first two losses the last rate of all.
    /// </summary>
    /// <param name="rates">The rates of the log: finite, positive, strictly rising.</param>
    /// <param name="losses">The loss at each rate.</param>
    /// <returns>One of the rates; or the reason: no losses.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a rate is illegal.</exception>
    public static Suggestion Valley(ReadOnlySpan<double> rates, ReadOnlySpan<double> losses)
    {
        RangeLog.Check(rates, losses);
        int usable = RangeLog.Usable(losses);
        if (usable < 1)
        {
            return Suggestion.None(RangeLog.TooFew(losses, usable, 1));
        }

        int index = Curve.Valley(Curve.LongestFall(losses[..usable]));
        // A Python index of -1 is the last element.
        return Suggestion.At(rates, losses, index < 0 ? usable - 1 : index);
    }

    /// <summary>
    /// <see cref="RateFinder.Slide"/> counted in points however the rates are spaced,
    /// and also where the slopes agree at once (the rate <paramref name="lrDiff"/> before the last) or never (the first).
    /// </summary>
    /// <param name="rates">The rates of the log: finite, positive, strictly rising.</param>
    /// <param name="losses">The loss at each rate.</param>
    /// <param name="lrDiff">How many points the two slopes are apart, 1 or more.</param>
    /// <param name="thresh">How much the slopes may differ, in loss per point, finite and not negative.</param>
    /// <param name="adjustValue">What the rate is multiplied by, finite and positive.</param>
    /// <returns>One of the rates times <paramref name="adjustValue"/>; or the reason: fewer than <c>lrDiff + 1</c> losses.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a rate is illegal.</exception>
    /// <exception cref="ArgumentOutOfRangeException">One of the other arguments is outside its range.</exception>
    public static Suggestion Slide(
        ReadOnlySpan<double> rates,
        ReadOnlySpan<double> losses,
        int lrDiff = 15,
        double thresh = 0.005,
        double adjustValue = 1
    )
    {
        RangeLog.Check(rates, losses);
        Guard.Positive(lrDiff);
        Guard.NonNegative(thresh);
        Guard.Positive(adjustValue);
        int usable = RangeLog.Usable(losses);
        return usable <= lrDiff
            ? Suggestion.None(RangeLog.TooFew(losses, usable, (long)lrDiff + 1))
            : Suggestion.Slid(
                rates[..usable],
                losses[..usable],
                Curve.Slide(losses[..usable], lrDiff, thresh).Pick,
                adjustValue,
                SingleLog10
            );
    }

    /// <summary>A tenth of the rate of the lowest loss, wherever that is.</summary>
    /// <param name="rates">The rates of the log: finite, positive, strictly rising.</param>
    /// <param name="losses">The loss at each rate.</param>
    /// <returns><c>rates[argmin losses] / 10</c>, with the minimum as the point; or the reason: no losses.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a rate is illegal.</exception>
    public static Suggestion Minimum(ReadOnlySpan<double> rates, ReadOnlySpan<double> losses)
    {
        RangeLog.Check(rates, losses);
        int usable = RangeLog.Usable(losses);
        if (usable < 1)
        {
            return Suggestion.None(RangeLog.TooFew(losses, usable, 1));
        }

        int lowest = Curve.Lowest(losses[..usable]);
        return Suggestion.Of(rates[lowest] / 10, lowest, new RatePoint(rates[lowest], losses[lowest]));
    }

    /// <summary>The rate before the steepest single step, per e-fold of the rate, falling or not.</summary>
    /// <param name="rates">The rates of the log: finite, positive, strictly rising.</param>
    /// <param name="losses">The loss at each rate.</param>
    /// <returns>The rate of the first smallest <c>(losses[i+1] - losses[i]) / (ln rates[i+1] - ln rates[i])</c>; or the reason: fewer than
    /// 2 losses.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a rate is illegal.</exception>
    public static Suggestion Steep(ReadOnlySpan<double> rates, ReadOnlySpan<double> losses)
    {
        RangeLog.Check(rates, losses);
        int usable = RangeLog.Usable(losses);
        if (usable < 2)
        {
            return Suggestion.None(RangeLog.TooFew(losses, usable, 2));
        }

        int steepest = 0;
        double slope = double.PositiveInfinity;
        for (int i = 0; i < usable - 1; i++)
        {
            double here = (losses[i + 1] - losses[i]) / (Math.Log(rates[i + 1]) - Math.Log(rates[i]));
            if (here < slope)
            {
                (steepest, slope) = (i, here);
            }
        }
        return Suggestion.At(rates, losses, steepest);
    }

    // fastai marks a slide with NumPy's logarithm of a single. That the part of the exponent is rounded on its own is inferred from the
    // recorded marks, which this formula reproduces, and not from NumPy's source.
    private static double SingleLog10(double rate)
    {
        int exponent = Math.ILogB(rate);
        double mantissa = Math.ScaleB((float)rate, -exponent);
        if (mantissa >= 1.5)
        {
            (mantissa, exponent) = (mantissa / 2, exponent + 1);
        }

        return (float)((exponent * 0.30103f) + Math.Log10(mantissa));
    }
}
