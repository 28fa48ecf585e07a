namespace LrMath.Analysis;

public static partial class RateFinder
{
    /// <summary>
    /// The recommended reading of a raw log: cut where it diverges, spaced evenly on the log axis, smoothed, then <see cref="Valley"/>.
    /// </summary>
    /// <param name="rates">The rates of the log: finite, positive, strictly rising; spaced in any way.</param>
    /// <param name="losses">The loss of the batch at each rate, not smoothed; read up to the first that is NaN or infinite.</param>
    /// <param name="beta">The weight of the past in <see cref="Smooth(ReadOnlySpan{double}, double?)"/>, in [0, 1); 0 if the losses are
    /// smooth already, <see langword="null"/> to go by their number.</param>
    /// <param name="factor">How many times the lowest smoothed loss ends the test, finite, 1 or more; see <see cref="DivergedAt"/>.</param>
    /// <returns>One of the rates; or the reason why <see cref="Valley"/> finds none.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a rate is illegal.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="beta"/> or <paramref name="factor"/> is outside its range.</exception>
    /// <remarks>
    /// Where the smoothed loss first exceeds the limit the log is cut; what is left is resampled at rates of equal distance on the log
    /// axis, if its own are not, and smoothed again. The valley is the least sensitive of the suggestions: noise, the ends of the range and
    /// the rise at the end hardly move it. fastai's <c>lr_find</c> reads its log so by default, but always with 0.98, which is half of its
    /// 100 iterations, and without the first tenth and the last five points.
    /// </remarks>
    public static Suggestion Suggest(ReadOnlySpan<double> rates, ReadOnlySpan<double> losses, double? beta = null, double factor = 4)
    {
        RangeLog.Check(rates, losses);
        double past = beta ?? WeightOfThePast(losses);
        double[] smoothed = Smooth(rates, losses, past);
        int usable = RangeLog.Usable(losses);
        int end = DivergedAt(smoothed.AsSpan(0, usable), factor) ?? usable;
        if (end < 3)
        {
            return Suggestion.None(RangeLog.TooFew(end < usable ? losses[..end] : losses, end, 3));
        }

        var even = EvenLog.Of(rates[..end], losses[..end]);
        return MiddleOfFall(Smooth(even.Losses, past), out string reason) is { } middle
            ? Suggestion.At(rates, smoothed, even.Nearest(middle))
            : Suggestion.None(reason);
    }
}
