using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Optax
{
    /// <summary>optax's <c>piecewise_constant_schedule</c>: the value is multiplied by a factor at each boundary, and held in
    /// between.</summary>
    /// <param name="initValue">The value before the first boundary; finite.</param>
    /// <param name="boundariesAndScales">
    /// The steps with the first changed value, in any order and none twice, each with its factor, 0 or more; null or empty is none. A
    /// boundary at or before step 0 counts from the start.
    /// </param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="initValue"/> is not finite, a factor is negative or not finite, or so
    /// large that a value is.</exception>
    /// <exception cref="ArgumentException">A boundary is named twice.</exception>
    /// <remarks>
    /// <code>value(step) = initValue·Π scale of each boundary ≤ step</code>
    /// These are factors, each of the value before it; <see cref="Schedule.Piecewise"/>, onto which this is lowered, takes values. (optax's
    /// dictionary is a list of pairs here.)
    /// </remarks>
    /// <example><code>Optax.PiecewiseConstantSchedule(1, [(30, 0.5), (80, 0.5)])(80) == 0.25</code></example>
    public static Func<int, double> PiecewiseConstantSchedule(
        double initValue,
        IReadOnlyList<(int Boundary, double Scale)>? boundariesAndScales = null
    )
    {
        (int At, double Value)[] jumps = Accumulate(initValue, boundariesAndScales);
        return jumps.Length == 0
            ? Schedule.Constant(initValue)
            : Schedule.Piecewise([initValue, .. jumps.Select(jump => jump.Value)], [.. jumps.Select(jump => Math.Max(jump.At, 0))]);
    }

    // The boundaries in order, each with the value reached there.
    private static (int At, double Value)[] Accumulate(double initValue, IReadOnlyList<(int Boundary, double Scale)>? boundariesAndScales)
    {
        double value = Guard.Finite(initValue);
        (int At, double Value)[] jumps = [.. (boundariesAndScales ?? []).OrderBy(pair => pair.Boundary)];
        for (int i = 0; i < jumps.Length; i++)
        {
            if (i > 0 && jumps[i].At == jumps[i - 1].At)
            {
                throw Guard.Illegal("a boundary", jumps[i].At, "a step that is not named twice", nameof(boundariesAndScales));
            }

            double scale = jumps[i].Value;
            if (!double.IsFinite(scale) || scale < 0 || !double.IsFinite(value * scale))
            {
                throw Guard.Illegal(
                    "a scale",
                    scale,
                    "a finite number, zero or more, that leaves the value finite",
                    nameof(boundariesAndScales)
                );
            }

            jumps[i].Value = value *= scale;
        }

        return jumps;
    }
}
