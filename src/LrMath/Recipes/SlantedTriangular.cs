using LrMath.Structure;
using static LrMath.Structure.Calls;

namespace LrMath;

public static partial class Schedule
{
    /// <summary>A short straight rise from <c>peak / ratio</c> to <paramref name="peak"/>, then a long straight fall back, which is
    /// held.</summary>
    /// <param name="peak">The highest value; finite.</param>
    /// <param name="steps">The length of rise and fall in steps, 0 or more.</param>
    /// <param name="cutFraction">The share of the steps that rises, between 0 and 1; rounded down to whole steps.</param>
    /// <param name="ratio">The peak is this many times either end; dimensionless, above 0.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="peak"/> is not finite, <paramref name="steps"/> is negative,
    /// <paramref name="cutFraction"/> is not a fraction, or <paramref name="ratio"/> is not above zero.</exception>
    /// <remarks>
    /// <code>
    /// value(step) = peak / ratio + (peak - peak / ratio)·p with p = step &lt; cut ? step / cut : (steps - step) / (steps - cut)
    /// cut = ⌊cutFraction·steps⌋; from step steps on peak / ratio
    /// </code>
    /// AllenNLP slanted_triangular, for fine-tuning. Howard and Ruder, ULMFiT, arXiv:1801.06146.
    /// </remarks>
    /// <example><code>Schedule.SlantedTriangular(1, 100)(10) == 1</code></example>
    public static Func<int, double> SlantedTriangular(double peak, int steps, double cutFraction = 0.1, double ratio = 32)
    {
        peak = Guard.Finite(peak);
        Guard.NonNegative(steps);
        int cut = (int)(Guard.Fraction(cutFraction) * steps);
        double low = Guard.Result(peak / Guard.Positive(ratio), ratio, "either end", nameof(ratio));
        return CreatePath([(0, low), (cut, peak), (steps, low)], ShapeFormula.Of(Shapes.Linear))
            .As([peak, steps, Optional(cutFraction, 0.1), Optional(ratio, 32.0)]);
    }
}
