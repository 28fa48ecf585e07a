using LrMath.Structure;
using static System.FormattableString;

namespace LrMath.Analysis;

/// <summary>ignite's <c>FastaiLRFinder</c> (0.5), number for number: its log and its <c>lr_suggestion</c>.</summary>
public static class IgniteFinder
{
    /// <summary>What <c>attach</c> logs for these losses.</summary>
    /// <param name="losses">The losses of the batches; those after <c>numIter + 1</c> are not looked at.</param>
    /// <param name="baseLr">The optimizer's own rate, finite and positive: the first iteration runs with it, or near it.</param>
    /// <param name="numIter">The number of iterations, 1 or more; the test makes one more if there is a batch for it.</param>
    /// <param name="startLr">The first rate, finite and positive; <see langword="null"/> for <paramref name="baseLr"/>.</param>
    /// <param name="endLr">The last rate, finite, above the first and above <paramref name="baseLr"/>.</param>
    /// <param name="linear">Whether the rates rise linearly (<c>step_mode="linear"</c>) instead of geometrically.</param>
    /// <param name="smoothF">The weight of the new loss in <see cref="RateFinder.Blend"/>, in [0, 1).</param>
    /// <param name="divergeTh">How many times the lowest loss stops the test, finite, 1 or more.</param>
    /// <returns>
    /// The log. Its rates are one ahead of the rates used: <c>start·(end/start)^((k+1)/numIter)</c>, or linearly
    /// <c>start + (end-start)·k/numIter</c>, against which the first iteration used <c>base·(end/base)^(1/numIter)</c> or <c>base</c> and
    /// each later one what was logged before it.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static RangeTestRun RangeTest(
        ReadOnlySpan<double> losses,
        double baseLr,
        int numIter,
        double? startLr = null,
        double endLr = 10,
        bool linear = false,
        double smoothF = 0.05,
        double divergeTh = 5
    )
    {
        RangeLog.Rising(baseLr, nameof(baseLr), endLr, nameof(endLr));
        double start = startLr ?? baseLr;
        RangeLog.Rising(start, nameof(startLr), endLr, nameof(endLr));
        Guard.Positive(numIter);
        RangeLog.Fraction(smoothF, nameof(smoothF));
        Guard.AtLeast(divergeTh, 1.0);
        Func<int, double> rate = linear
            ? k => k < numIter ? start + ((endLr - start) * k / numIter) : endLr
            : k => RangeLog.Geometric(start, endLr, (k + 1.0) / numIter);
        double first = linear ? baseLr : RangeLog.Geometric(baseLr, endLr, 1.0 / numIter);
        return RangeTestRun.Of(
            rate,
            k => k == 0 ? first : rate(k - 1),
            RateFinder.Blend(losses[..(int)Math.Min(losses.Length, numIter + 1L)], smoothF),
            best => divergeTh * best
        );
    }

    /// <summary>The rate at the steepest slope per point before the lowest loss.</summary>
    /// <param name="rates">The rates of the log: finite, positive, strictly rising.</param>
    /// <param name="losses">The loss at each rate; read up to the first that is NaN or infinite.</param>
    /// <returns>One of the rates; or the reason: fewer than 3 losses up to the lowest, where ignite raises.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a rate is illegal.</exception>
    /// <remarks>
    /// The first smallest <c>(losses[i+1] - losses[i-1]) / 2</c> before the first lowest loss, in single precision. It counts points, as
    /// ignite does: rates that are spaced linearly lead to another place than those of a log axis, where
    /// <see cref="RateFinder.Steepest"/> goes by the rates.
    /// </remarks>
    public static Suggestion LrSuggestion(ReadOnlySpan<double> rates, ReadOnlySpan<double> losses)
    {
        RangeLog.Check(rates, losses);
        int usable = RangeLog.Usable(losses);
        if (usable < 3)
        {
            return Suggestion.None(RangeLog.TooFew(losses, usable, 3));
        }

        float[] singles = new float[usable];
        int lowest = 0;
        for (int i = 0; i < usable; i++)
        {
            singles[i] = (float)losses[i];
            if (singles[i] < singles[lowest])
            {
                lowest = i;
            }
        }
        if (lowest < 2)
        {
            return Suggestion.None(Invariant($"the lowest loss is at point {lowest}: there is no slope before it"));
        }

        int steepest = 1;
        for (int i = 2; i < lowest; i++)
        {
            if (singles[i + 1] - singles[i - 1] < singles[steepest + 1] - singles[steepest - 1])
            {
                steepest = i;
            }
        }

        return Suggestion.At(rates, losses, steepest);
    }
}
