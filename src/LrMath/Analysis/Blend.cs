namespace LrMath.Analysis;

public static partial class RateFinder
{
    /// <summary>Each loss blended with the blend before it: the smoothing of torch-lr-finder and ignite, from the first loss, raw,
    /// on.</summary>
    /// <param name="losses">The losses, any values; a NaN stays for all that follow it.</param>
    /// <param name="factor">The weight of the <b>new</b> loss, in [0, 1); 0 leaves the losses as they are. Small means smooth: 0.05
    /// averages about 20 losses.</param>
    /// <returns>The smoothed losses, as many as there were.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="factor"/> is outside [0, 1) or NaN.</exception>
    /// <remarks>
    /// <c>smoothed[0] = losses[0]</c>, then <c>smoothed[t] = factor·losses[t] + (1-factor)·smoothed[t-1]</c>. Both libraries call the
    /// factor <c>smooth_f</c>, 0.05 by default. Unlike <see cref="Smooth(ReadOnlySpan{double}, double?)"/> the first loss keeps a weight of
    /// <c>(1-factor)^t</c>.
    /// </remarks>
    /// <example><code>RateFinder.Blend([2, 1], 0.25)[1] == 1.75</code></example>
    public static double[] Blend(ReadOnlySpan<double> losses, double factor = 0.05)
    {
        RangeLog.Fraction(factor, nameof(factor));
        double[] smoothed = losses.ToArray();
        if (factor > 0)
        {
            for (int t = 1; t < smoothed.Length; t++)
            {
                smoothed[t] = (factor * smoothed[t]) + ((1 - factor) * smoothed[t - 1]);
            }
        }

        return smoothed;
    }
}
