namespace LrMath.Analysis;

public static partial class RangeTest
{
    /// <summary>A rate in the middle of the longest way down: in the middle third of the stretch over which the loss falls, noise skipped.</summary>
    /// <param name="rates">The rates of the log: finite, positive, strictly rising.</param>
    /// <param name="losses">The loss at each rate; read up to the first that is NaN or infinite.</param>
    /// <returns>One of the rates; or the reason: fewer than 3 losses, or no 3 losses of which each is lower than the one before.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a rate is illegal.</exception>
    /// <remarks>
    /// The longest strictly decreasing subsequence (the losses need not be neighbours) first ends at <c>end</c> and has <c>n</c> losses; with
    /// <c>start = end - n</c> and <c>third = (end - start)/3</c> the answer is <c>rates[start + ⌊third⌋ + ⌊third/2⌋]</c>. It is fastai's default,
    /// <c>valley</c> (ESRI), found in O(n log n) instead of O(n²); for a fall of one or two losses fastai answers with the first or the
    /// last rate of all (<see cref="FastaiFinder.Valley"/>). Noise thins the subsequence out, and the answer moves towards its end: smooth first.
    /// </remarks>
    /// <example><c>RangeTest.Valley([0.001, 0.01, 0.1, 1, 10], [5, 4, 3, 1, 2])</c> is 0.001.</example>
    public static Suggestion Valley(ReadOnlySpan<double> rates, ReadOnlySpan<double> losses)
    {
        RangeLog.Check(rates, losses);
        int usable = RangeLog.Usable(losses);
        if (usable < 3)
            return Suggestion.None(RangeLog.TooFew(losses, usable, 3));
        (int End, int Length) fall = Curve.LongestFall(losses[..usable]);
        return fall.Length < 3
            ? Suggestion.None("the loss does not fall: no three losses are each lower than the one before")
            : Suggestion.At(rates, losses, Curve.Valley(fall));
    }
}
