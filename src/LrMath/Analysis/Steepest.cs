namespace LrMath.Analysis;

public static partial class RangeTest
{
    /// <summary>The rate at which the loss falls fastest per e-fold of the rate.</summary>
    /// <param name="rates">The rates of the log: finite, positive, strictly rising.</param>
    /// <param name="losses">The loss at each rate; read up to the first that is NaN or infinite.</param>
    /// <returns>One of the rates, neither the first nor the last read; or the reason: fewer than 3 losses, or a loss that falls nowhere.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a rate is illegal.</exception>
    /// <remarks>
    /// The first smallest <c>(losses[i+1] - losses[i-1]) / (ln rates[i+1] - ln rates[i-1])</c>. fastai's <c>steep</c> takes one-sided
    /// differences, torch-lr-finder and ignite slopes per point whatever the rates are: <see cref="FastaiFinder.Steep"/>,
    /// <see cref="TorchLrFinder.Steepest"/>, <see cref="IgniteFinder.Suggestion"/>.
    /// </remarks>
    /// <example><c>RangeTest.Steepest([0.001, 0.01, 0.1, 1], [5, 4, 1, 2])</c> is 0.01.</example>
    public static Suggestion Steepest(ReadOnlySpan<double> rates, ReadOnlySpan<double> losses)
    {
        RangeLog.Check(rates, losses);
        int usable = RangeLog.Usable(losses);
        if (usable < 3)
            return Suggestion.None(RangeLog.TooFew(losses, usable, 3));
        int steepest = 0;
        double slope = 0;
        for (int i = 1; i < usable - 1; i++)
        {
            double here = (losses[i + 1] - losses[i - 1]) / (Math.Log(rates[i + 1]) - Math.Log(rates[i - 1]));
            if (here < slope)
                (steepest, slope) = (i, here);
        }
        return steepest == 0
            ? Suggestion.None("the loss falls nowhere")
            : Suggestion.At(rates, losses, steepest);
    }
}
