using LrMath.Structure;
using MathNet.Numerics.Interpolation;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Storage;
using static LrMath.Structure.Calls;

namespace LrMath.MathNet;

/// <summary>
/// Schedules with the types of MathNet.Numerics: its splines between knots, and its vectors as what a range of steps fills. Everything else
/// of LrMath is used without them.
/// </summary>
public static class MathNetExtensions
{
    extension(Schedule)
    {
        /// <summary>A smooth curve through knots, joined by a spline of your choice; the first value is held before the first knot, the
        /// last one after the last.</summary>
        /// <param name="knots">Positions in steps, finite, strictly in order, not necessarily whole, and their values, finite; two at
        /// least, and as many as the spline needs.</param>
        /// <param name="spline">
        /// How the knots are joined: one of MathNet's factories for sorted arrays, such as <c>CubicSpline.InterpolateAkimaSorted</c> (5
        /// knots), <c>CubicSpline.InterpolateNaturalSorted</c> (2 knots; it may overshoot), <c>LinearSpline.InterpolateSorted</c>, or a
        /// factory of your own; null means <c>CubicSpline.InterpolatePchipSorted</c> (3 knots), as <c>Schedule.Interpolate(knots)</c>.
        /// </param>
        /// <returns>A pure function of the step. It throws for a negative step.</returns>
        /// <exception cref="ArgumentOutOfRangeException">A position or a value is not finite, or a position is not after its
        /// predecessor.</exception>
        /// <exception cref="ArgumentException">There are fewer knots than the spline needs, or they are so far apart that its slopes
        /// overflow.</exception>
        /// <exception cref="ArgumentNullException"><paramref name="knots"/> is null.</exception>
        /// <remarks>At a knot the value is the knot's. In C# before version 14 it is called <c>MathNetExtensions.Interpolate</c>.</remarks>
        public static Func<int, double> Interpolate(
            IReadOnlyList<(double At, double Value)> knots,
            Func<double[], double[], IInterpolation>? spline = null
        )
        {
            (double At, double Value)[] points = Schedule.Knots(knots, strictly: true, nameof(knots));
            return SplineInterpolation.CreateNode(points, spline, nameof(knots)).As([points, Optional(spline, null)]);
        }
    }

    extension(Func<int, double> schedule)
    {
        /// <summary>Fills a MathNet vector: <c>destination[k] = lr(firstStep + k)</c>, bit for bit. A dense one is filled in
        /// place.</summary>
        /// <param name="firstStep">The step of the first value, 0 or more.</param>
        /// <param name="destination">Where the values go; its last step may be <see cref="int.MaxValue"/>.</param>
        /// <exception cref="ArgumentNullException"><paramref name="destination"/> is null.</exception>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="firstStep"/> is negative, or so late that the last step is beyond
        /// <see cref="int.MaxValue"/>.</exception>
        /// <exception cref="ArgumentException">The schedule is a multicast delegate.</exception>
        public void Evaluate(int firstStep, Vector<double> destination)
        {
            ArgumentNullException.ThrowIfNull(destination);
            Guard.Steps(firstStep, destination.Count);
            if (destination.Storage is DenseVectorStorage<double> dense)
            {
                schedule.Evaluate(firstStep, dense.Data.AsSpan());
            }
            else
            {
                double[] values = new double[destination.Count];
                schedule.Evaluate(firstStep, values);
                destination.SetValues(values);
            }
        }
    }
}
