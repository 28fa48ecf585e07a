using LrMath.MathNet;
using LrMath.Structure;
using static LrMath.Structure.Calls;

namespace LrMath;

public static partial class Schedule
{
    /// <summary>A smooth curve through knots, monotone between two of them and never beyond them; the first value is held before the first
    /// knot, the last one after the last.</summary>
    /// <param name="knots">Positions in steps, finite, strictly in order, not necessarily whole, and their values, finite; three at
    /// least.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A position or a value is not finite, or a position is not after its
    /// predecessor.</exception>
    /// <exception cref="ArgumentException">There are fewer than three knots, or they are so far apart that the slopes
    /// overflow.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="knots"/> is null.</exception>
    /// <remarks>
    /// At a knot the value is the knot's. Another of MathNet's splines: <c>using LrMath.MathNet;</c>, then
    /// <c>Schedule.Interpolate(knots, CubicSpline.InterpolateNaturalSorted)</c>. Straight or shaped ways between knots:
    /// <see cref="Path(IReadOnlyList{ValueTuple{double, double}}, Shape?)"/>.
    /// Fritsch and Carlson, Monotone Piecewise Cubic Interpolation (1980).
    /// </remarks>
    /// <example><code>Schedule.Interpolate([(0, 0), (10, 1), (20, 0)])(10) == 1</code></example>
    public static Func<int, double> Interpolate(IReadOnlyList<(double At, double Value)> knots)
    {
        (double At, double Value)[] points = Knots(knots, strictly: true, nameof(knots));
        return SplineInterpolation.CreateNode(points, null, nameof(knots)).As([points, new Option("spline", null, IsDefault: true)]);
    }
}
