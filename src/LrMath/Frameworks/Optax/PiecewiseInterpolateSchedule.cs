using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Optax
{
    /// <summary>optax's <c>piecewise_interpolate_schedule</c>: from knot to knot, each value a factor of the one before; the last one is
    /// held.</summary>
    /// <param name="interpolateType">
    /// The way from knot to knot: <see cref="Shapes.Linear"/> (optax's <c>linear</c>), <see cref="Shapes.Cosine"/> (<c>cosine</c>), or any
    /// other.
    /// </param>
    /// <param name="initValue">The value at step 0; finite.</param>
    /// <param name="boundariesAndScales">
    /// The steps of the knots after the first, in any order and none twice, each with its factor, 0 or more; null or empty is none. A knot
    /// at step 0 is a jump at once.
    /// </param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="initValue"/> is not finite, a factor is negative or not finite, or so
    /// large that a value is, or the shape has no way between two values.</exception>
    /// <exception cref="ArgumentException">A boundary is named twice, or <paramref name="interpolateType"/> is null or two shapes in
    /// one.</exception>
    /// <remarks>
    /// <code>knots: (0, initValue), (boundary 1, initValue·scale 1), (boundary 2, initValue·scale 1·scale 2), …</code>
    /// These are factors, each of the value before it; <see cref="Schedule.Path(IReadOnlyList{ValueTuple{double, double}}, Shape?)"/>, onto
    /// which this is lowered, takes values.
    /// </remarks>
    /// <example><code>Optax.PiecewiseInterpolateSchedule(Shapes.Linear, 1, [(10, 3), (30, 0)])(20) == 1.5</code></example>
    public static Func<int, double> PiecewiseInterpolateSchedule(
        Shape interpolateType,
        double initValue,
        IReadOnlyList<(int Boundary, double Scale)>? boundariesAndScales = null
    )
    {
        Guard.Shape(interpolateType);
        (int At, double Value)[] knots = Accumulate(initValue, boundariesAndScales);
        double before = initValue;
        foreach ((_, double value) in knots)
        {
            Guard.Way(interpolateType, before, value, nameof(boundariesAndScales), nameof(interpolateType));
            before = value;
        }

        int start = knots.Length == 0 ? 0 : Math.Min(knots[0].At, 0);
        return Schedule.Path([(start, initValue), .. knots.Select(knot => ((double)knot.At, knot.Value))], interpolateType);
    }
}
