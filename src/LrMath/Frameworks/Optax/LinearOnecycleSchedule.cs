using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Optax
{
    /// <summary>optax's <c>linear_onecycle_schedule</c>: straight up to the peak, straight down to the start, then on to almost nothing,
    /// which is held.</summary>
    /// <param name="transitionSteps">The first step of the end, 1 or more.</param>
    /// <param name="peakValue">The value at the peak; finite.</param>
    /// <param name="pctStart">The share of the steps at which the peak is (a fraction, whatever its name says), 0 to 1.</param>
    /// <param name="pctFinal">The share of the steps at which the way down is back at the start, 0 to 1.</param>
    /// <param name="divFactor">The start is <paramref name="peakValue"/> divided by this, above 0.</param>
    /// <param name="finalDivFactor">The end is the start (not the peak) divided by this, above 0.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// <code>knots: (0, peak / div), (⌊pctStart·steps⌋, peak), (⌊pctFinal·steps⌋, peak / div), (steps, peak / div / finalDiv)</code>
    /// <para>The knots are at whole steps, rounded down, and the end is at <paramref name="transitionSteps"/>; PyTorch's lie at real
    /// positions, one step earlier, and so do those of <see cref="Schedule.OneCycle"/>.</para>
    /// <para>In optax the knots are factors in a dictionary: of two at one step only the later one is left, and all values after it are
    /// then others (with a share of 0 or 1, or few steps). That is reproduced.</para>
    /// Lowered onto <see cref="PiecewiseInterpolateSchedule"/>. Smith and Topin, Super-Convergence, arXiv:1708.07120.
    /// </remarks>
    /// <example><code>Optax.LinearOnecycleSchedule(100, peakValue: 1)(30) // 1</code></example>
    public static Func<int, double> LinearOnecycleSchedule(
        int transitionSteps,
        double peakValue,
        double pctStart = 0.3,
        double pctFinal = 0.85,
        double divFactor = 25,
        double finalDivFactor = 1e4
    )
    {
        Guard.Positive(transitionSteps);
        Dictionary<int, Scale> scales = [];
        scales[(int)(Guard.Fraction(pctStart) * transitionSteps)] = new(Guard.Positive(divFactor), divFactor, nameof(divFactor));
        scales[(int)(Guard.Fraction(pctFinal) * transitionSteps)] = new(1 / divFactor, divFactor, nameof(divFactor));
        scales[transitionSteps] = new(1 / Guard.Positive(finalDivFactor), finalDivFactor, nameof(finalDivFactor));
        return Onecycle(Shapes.Linear, peakValue, divFactor, scales);
    }

    private static Func<int, double> Onecycle(Shape shape, double peakValue, double divFactor, Dictionary<int, Scale> scales)
    {
        double start = Guard.Result(Guard.Finite(peakValue) / divFactor, divFactor, "the start", nameof(divFactor));
        double value = start;
        foreach (Scale scale in scales.OrderBy(scale => scale.Key).Select(scale => scale.Value))
        {
            value = Guard.Result(value * scale.Factor, scale.Given, "every value", scale.Name);
        }

        return PiecewiseInterpolateSchedule(shape, start, [.. scales.Select(scale => (scale.Key, scale.Value.Factor))]);
    }

    // What the value is multiplied with at a boundary, and the argument that it comes from.
    private readonly record struct Scale(double Factor, double Given, string Name);
}
