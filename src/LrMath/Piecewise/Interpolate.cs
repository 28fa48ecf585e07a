using LrMath.Structure;
using MathNet.Numerics.Interpolation;
using static LrMath.Structure.Calls;

namespace LrMath;

public static partial class Schedule
{
    /// <summary>A smooth curve through knots; the first value is held before the first knot, the last one after the last.</summary>
    /// <param name="knots">Positions in steps, finite, strictly in order, not necessarily whole, and their values, finite; two at least, and as many as the spline asks for.</param>
    /// <param name="spline">
    /// How the knots are joined: one of MathNet's factories for sorted arrays, such as <c>CubicSpline.InterpolatePchipSorted</c> (the
    /// default: monotone between knots, never beyond them; 3 knots), <c>CubicSpline.InterpolateAkimaSorted</c> (5 knots),
    /// <c>CubicSpline.InterpolateNaturalSorted</c> (2 knots; it may overshoot), or a factory of your own.
    /// </param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A position or a value is not finite, or a position is not after its predecessor.</exception>
    /// <exception cref="ArgumentException">There are fewer knots than the spline needs.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="knots"/> is null.</exception>
    /// <remarks>
    /// At a knot the value is the knot's. Straight or shaped ways between knots: <see cref="Path(IReadOnlyList{ValueTuple{double, double}}, Shape?)"/>.
    /// Fritsch and Carlson, Monotone Piecewise Cubic Interpolation (1980), for the default.
    /// </remarks>
    public static Func<int, double> Interpolate(
        IReadOnlyList<(double At, double Value)> knots,
        Func<double[], double[], IInterpolation>? spline = null)
    {
        (double At, double Value)[] points = Knots(knots, strictly: true, nameof(knots));
        double[] at = Array.ConvertAll(points, knot => knot.At);
        double[] values = Array.ConvertAll(points, knot => knot.Value);
        IInterpolation curve = (spline ?? CubicSpline.InterpolatePchipSorted)(at, values);
        return new SplineNode(curve, at[0], values[0], at[^1], values[^1]).As([points, Option(spline, null)]);
    }
}
