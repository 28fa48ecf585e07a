namespace LrMath.Analysis;

public static partial class RateFinder
{
    /// <summary>A rate in the middle of the longest way down: in the middle third of the stretch over which the loss falls, noise
    /// skipped.</summary>
    /// <param name="rates">The rates of the log: finite, positive, strictly rising; spaced in any way.</param>
    /// <param name="losses">The loss at each rate; read up to the first that is NaN or infinite.</param>
    /// <returns>One of the rates; or the reason: fewer than 3 losses, or a loss that does not fall by more than rounding.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a rate is illegal.</exception>
    /// <remarks>
    /// <para>The longest strictly decreasing subsequence (the losses need not be neighbours) first ends at <c>end</c> and has <c>n</c>
    /// losses; with <c>start = end - n</c> and <c>third = (end - start)/3</c> the answer is <c>rates[start + ⌊third⌋ + ⌊third/2⌋]</c>.
    /// Noise thins the subsequence out, and the answer moves towards its end: smooth first.</para>
    /// <para>Half of the way down is a careful rate: in our measurements 0.02 to 0.17 times the tuned one
    /// (<see cref="Suggest"/>).</para>
    /// <para>It counts points of equal distance on the log axis: a log whose rates are spaced otherwise is resampled first, and the answer
    /// is the rate of the log that is nearest to the place found. fastai's default, <c>valley</c> (ESRI), counts the points as they are and
    /// takes O(n²) instead of O(n log n); for a fall of one or two losses it answers with the first or the last rate of all
    /// (<see cref="FastaiFinder.Valley"/>).</para>
    /// </remarks>
    /// <example><code>RateFinder.Valley([0.001, 0.01, 0.1, 1, 10], [5, 4, 3, 1, 2]).Rate == 0.001</code></example>
    public static Suggestion Valley(ReadOnlySpan<double> rates, ReadOnlySpan<double> losses)
    {
        RangeLog.Check(rates, losses);
        int usable = RangeLog.Usable(losses);
        if (usable < 3)
        {
            return Suggestion.None(RangeLog.TooFew(losses, usable, 3));
        }

        var even = EvenLog.Of(rates[..usable], losses[..usable]);
        (int End, int Length) fall = Curve.LongestFall(even.Losses);
        double highest = even.Losses[0];
        foreach (double loss in even.Losses[..fall.End])
        {
            highest = Math.Max(highest, loss);
        }

        return fall.Length < 3 ? Suggestion.None("the loss does not fall: no three losses are each lower than the one before")
            : Curve.Falls(highest, even.Losses[fall.End]) ? Suggestion.At(rates, losses, even.Nearest(Curve.Valley(fall)))
            : Suggestion.None(NoFall);
    }
}
