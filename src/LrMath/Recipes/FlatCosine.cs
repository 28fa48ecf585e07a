using LrMath.Structure;
using static LrMath.Structure.Calls;

namespace LrMath;

public static partial class Schedule
{
    /// <summary>Flat at first, then half a cosine down to <paramref name="end"/> at step <paramref name="steps"/>, which is held.</summary>
    /// <param name="value">The value of the flat stretch; finite.</param>
    /// <param name="steps">The length of both stretches in steps, 0 or more.</param>
    /// <param name="flatFraction">The share of the steps that is flat, between 0 and 1; the fall starts at <c>flatFraction·steps</c>, whole
    /// or not.</param>
    /// <param name="end">The value from step <paramref name="steps"/> on; finite.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, <paramref name="steps"/> is negative, or
    /// <paramref name="flatFraction"/> is not a fraction.</exception>
    /// <remarks>
    /// <code>
    /// value(step) = step &lt; a ? value : end + (value - end)·(1 + cos(π·(step - a) / (steps - a))) / 2
    /// a = flatFraction·steps; from step steps on the end
    /// </code>
    /// fastai fit_flat_cos (pct_start 0.75; its end is the value / 1e5).
    /// </remarks>
    /// <example><code>Schedule.FlatCosine(1, 100, flatFraction: 0.5)(75) == 0.5</code></example>
    public static Func<int, double> FlatCosine(double value, int steps, double flatFraction = 0.75, double end = 0)
    {
        Guard.NonNegative(steps);
        Guard.Finite(value);
        Guard.Finite(end);
        Guard.Span(value, end, nameof(end));
        Guard.Fraction(flatFraction);
        return Path([(flatFraction * steps, value), (steps, end)], Shapes.Cosine)
            .As([value, steps, Optional(flatFraction, 0.75), Optional(end, 0.0)]);
    }
}
