namespace LrMath.Analysis;

public static partial class RateFinder
{
    private const string NoFall = "the loss does not fall: what it goes down by is no more than rounding";

    /// <summary>
    /// The recommended reading of a raw log: cut where it diverges, spaced evenly on the log axis, smoothed, then <see cref="Fall"/>: the
    /// rate at which nine tenths of the fall are done.
    /// </summary>
    /// <param name="rates">The rates of the log: finite, positive, strictly rising; spaced in any way.</param>
    /// <param name="losses">The loss of the batch at each rate, not smoothed; read up to the first that is NaN or infinite.</param>
    /// <param name="beta">The weight of the past in <see cref="Smooth(ReadOnlySpan{double}, double?)"/>, in [0, 1); 0 if the losses are
    /// smooth already, <see langword="null"/> to go by their number.</param>
    /// <param name="factor">How many times the lowest smoothed loss ends the test, finite, 1 or more; see <see cref="DivergedAt"/>.</param>
    /// <returns>One of the rates; or the reason why <see cref="Fall"/> finds none.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a rate is illegal.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="beta"/> or <paramref name="factor"/> is outside its range.</exception>
    /// <remarks>
    /// <para>Where the smoothed loss first exceeds the limit the log is cut; its first part is resampled at rates of equal distance on the
    /// log axis, if its own are not, and smoothed again.</para>
    /// <para>Measured on the digits with four optimizers, on MNIST and on Fashion-MNIST with a residual network: between 0.26 and 1.1 times
    /// the tuned rate; on the digits that costs 0.3 points of accuracy at most. The valley, which fastai's <c>lr_find</c> answers with, is
    /// between 0.02 and 0.17 times the tuned rate, and costs up to 2 points (docs/finding-a-rate.md).</para>
    /// </remarks>
    /// <example><code>RateFinder.Suggest([0.001, 0.01, 0.1, 1, 10], [5, 4, 1.3, 1, 2], beta: 0).Rate == 0.1</code></example>
    public static Suggestion Suggest(ReadOnlySpan<double> rates, ReadOnlySpan<double> losses, double? beta = null, double factor = 4)
    {
        RangeLog.Check(rates, losses);
        double past = beta ?? WeightOfThePast(losses);
        double[] smoothed = Smooth(rates, losses, past);
        int usable = RangeLog.Usable(losses);
        int end = DivergedAt(smoothed.AsSpan(0, usable), factor) ?? usable;
        if (end < 2)
        {
            return Suggestion.None(RangeLog.TooFew(end < usable ? losses[..end] : losses, end, 2));
        }

        var even = EvenLog.Of(rates[..end], losses[..end]);
        return Curve.Fallen(Smooth(even.Losses, past), 0.9) is { } index
            ? Suggestion.At(rates, smoothed, even.Nearest(index))
            : Suggestion.None(NoFall);
    }
}
