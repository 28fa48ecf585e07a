using LrMath.Structure;
using static System.FormattableString;

namespace LrMath.Analysis;

/// <summary>torch-lr-finder (0.2), number for number: <c>range_test</c> and the suggestion of its <c>plot</c>.</summary>
public static class TorchLrFinder
{
    /// <summary>
    /// The library's <c>ExponentialLR</c>: geometric from <paramref name="startLr"/> at step 0 through <paramref name="endLr"/> at step
    /// <c>numIter - 1</c> and on.
    /// </summary>
    /// <param name="startLr">The first rate, finite and positive.</param>
    /// <param name="endLr">The rate at step <c>numIter - 1</c>, finite and positive.</param>
    /// <param name="numIter">The number of iterations, 2 or more.</param>
    /// <returns>
    /// <c>startLr·(endLr/startLr)^(step/(numIter-1))</c>, held at <see cref="double.MaxValue"/> only;
    /// a negative step throws <see cref="ArgumentOutOfRangeException"/>.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks><c>Schedule.RangeTest(startLr, endLr, numIter)</c> is the same until its end and holds <c>endLr</c> from there.</remarks>
    public static Func<int, double> ExponentialLR(double startLr, double endLr, int numIter)
    {
        Guard.Positive(startLr);
        Guard.Positive(endLr);
        Guard.AtLeast(numIter, 2);
        return ((Func<int, double>)(step => RangeLog.Geometric(startLr, endLr, Progress(step, numIter)))).AsPreset(
            nameof(TorchLrFinder),
            [startLr, endLr, numIter]
        );
    }

    /// <summary>
    /// The library's <c>LinearLR</c>: straight from <paramref name="startLr"/> at step 0 through <paramref name="endLr"/> at step
    /// <c>numIter - 1</c> and on.
    /// </summary>
    /// <param name="startLr">The first rate, finite and positive.</param>
    /// <param name="endLr">The rate at step <c>numIter - 1</c>, finite and positive.</param>
    /// <param name="numIter">The number of iterations, 2 or more.</param>
    /// <returns>
    /// <c>startLr + step/(numIter-1)·(endLr - startLr)</c>, held at ±<see cref="double.MaxValue"/> only;
    /// a negative step throws <see cref="ArgumentOutOfRangeException"/>.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// <c>Schedule.RangeTest(startLr, endLr, numIter, Shapes.Linear)</c> is the same until its end and holds <c>endLr</c> from there.
    /// </remarks>
    public static Func<int, double> LinearLR(double startLr, double endLr, int numIter)
    {
        Guard.Positive(startLr);
        Guard.Positive(endLr);
        Guard.AtLeast(numIter, 2);
        return ((Func<int, double>)(step => Saturation.Saturated(startLr + (Progress(step, numIter) * (endLr - startLr))))).AsPreset(
            nameof(TorchLrFinder),
            [startLr, endLr, numIter]
        );
    }

    /// <summary>What <c>range_test</c> logs for these losses.</summary>
    /// <param name="losses">The losses of the batches; those after <paramref name="numIter"/> are not looked at.</param>
    /// <param name="startLr">The first rate, finite and positive; the optimizer's own where the library is given none.</param>
    /// <param name="endLr">The last rate, finite, above <paramref name="startLr"/>.</param>
    /// <param name="numIter">The number of iterations, 2 or more.</param>
    /// <param name="linear">Whether the rates rise linearly (<c>step_mode="linear"</c>) instead of geometrically.</param>
    /// <param name="smoothF">The weight of the new loss in <see cref="RateFinder.Blend"/>, in [0, 1).</param>
    /// <param name="divergeTh">How many times the lowest loss stops the test, finite and positive.</param>
    /// <returns>
    /// The log: rates from <paramref name="startLr"/> at 0 to <paramref name="endLr"/> at <c>numIter - 1</c>, and the blended losses.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static RangeTestRun RangeTest(
        ReadOnlySpan<double> losses,
        double startLr,
        double endLr = 10,
        int numIter = 100,
        bool linear = false,
        double smoothF = 0.05,
        double divergeTh = 5
    )
    {
        RangeLog.Rising(startLr, nameof(startLr), endLr, nameof(endLr));
        RangeLog.Fraction(smoothF, nameof(smoothF));
        Guard.Positive(divergeTh);
        Func<int, double> rate = linear ? LinearLR(startLr, endLr, numIter) : ExponentialLR(startLr, endLr, numIter);
        return RangeTestRun.Of(
            rate,
            used: null,
            RateFinder.Blend(losses[..Math.Min(losses.Length, numIter)], smoothF),
            best => divergeTh * best
        );
    }

    /// <summary>The rate at the steepest slope per point, falling or not, the ends of the log left out.</summary>
    /// <param name="rates">The rates of the log: finite, positive, strictly rising.</param>
    /// <param name="losses">The loss at each rate; read up to the first that is NaN or infinite.</param>
    /// <param name="skipStart">How many points to leave out at the start, 0 or more.</param>
    /// <param name="skipEnd">How many points to leave out at the end, 0 or more.</param>
    /// <returns>One of the rates, its index a position in <paramref name="rates"/>; or the reason: fewer than 2 losses left.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a rate is illegal.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <remarks>
    /// The first smallest central difference per point, one-sided at the ends, of <c>losses[skipStart..^skipEnd]</c>. It counts points, as
    /// the library does: rates that are spaced linearly lead to another place than those of a log axis, where
    /// <see cref="RateFinder.Steepest"/> goes by the rates.
    /// </remarks>
    public static Suggestion Steepest(ReadOnlySpan<double> rates, ReadOnlySpan<double> losses, int skipStart = 10, int skipEnd = 5)
    {
        RangeLog.Check(rates, losses);
        Guard.NonNegative(skipStart);
        Guard.NonNegative(skipEnd);
        int first = Math.Min(skipStart, losses.Length);
        int count = Math.Max(losses.Length - first - skipEnd, 0);
        ReadOnlySpan<double> seen = losses.Slice(first, count);
        int usable = RangeLog.Usable(seen);
        return usable < 2
            ? Suggestion.None(
                count == 0 && losses.Length > 0
                    ? Invariant($"leaving out {skipStart} and {skipEnd} of {losses.Length} losses leaves none")
                    : RangeLog.TooFew(seen, usable, 2)
            )
            : Suggestion.At(rates, losses, first + Curve.Steepest(seen[..usable]));
    }

    private static double Progress(int step, int numIter)
    {
        Guard.Step(step);
        return step / (numIter - 1.0);
    }
}
