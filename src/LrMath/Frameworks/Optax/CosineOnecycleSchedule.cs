using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Optax
{
    /// <summary>optax's <c>cosine_onecycle_schedule</c>: half a cosine up to the peak, half a cosine down to almost nothing, which is
    /// held.</summary>
    /// <param name="transitionSteps">The first step of the end, 1 or more.</param>
    /// <param name="peakValue">The value at the peak; finite.</param>
    /// <param name="pctStart">The share of the steps at which the peak is (a fraction, whatever its name says), 0 to 1.</param>
    /// <param name="divFactor">The start is <paramref name="peakValue"/> divided by this, above 0.</param>
    /// <param name="finalDivFactor">The end is the start (not the peak) divided by this, above 0.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// <code>knots: (0, peak / div), (⌊pctStart·steps⌋, peak), (steps, peak / div / finalDiv)</code>
    /// <para>The peak is at a whole step, rounded down, and the end is at <paramref name="transitionSteps"/>; PyTorch's lie at real
    /// positions, one step earlier, and so do those of <see cref="Schedule.OneCycle"/>.</para>
    /// <para>With a share of 1 the peak gives way to the end, in optax's dictionary and here, so there is none: the value goes from the
    /// start down to the end.</para>
    /// Lowered onto <see cref="PiecewiseInterpolateSchedule"/>. Smith and Topin, Super-Convergence, arXiv:1708.07120.
    /// </remarks>
    /// <example><code>Optax.CosineOnecycleSchedule(100, peakValue: 1)(30) // 1</code></example>
    public static Func<int, double> CosineOnecycleSchedule(
        int transitionSteps,
        double peakValue,
        double pctStart = 0.3,
        double divFactor = 25,
        double finalDivFactor = 1e4
    )
    {
        Guard.Positive(transitionSteps);
        Dictionary<int, Scale> scales = [];
        scales[(int)(Guard.Fraction(pctStart) * transitionSteps)] = new(Guard.Positive(divFactor), divFactor, nameof(divFactor));
        double last = 1 / (divFactor * Guard.Positive(finalDivFactor));
        scales[transitionSteps] = new(last, finalDivFactor, nameof(finalDivFactor));
        return Onecycle(Shapes.Cosine, peakValue, divFactor, scales);
    }
}
