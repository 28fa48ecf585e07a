using System.Globalization;
using System.Runtime.CompilerServices;
using LrMath.Structure;
using MathNet.Numerics.Interpolation;

namespace LrMath.MathNet;

/// <summary>Nodes of the curves that MathNet's splines lead through knots.</summary>
internal static class SplineInterpolation
{
    /// <summary>The node of a curve through knots.</summary>
    /// <param name="knots">Positions, strictly in order, and values.</param>
    /// <param name="spline">The factory; null for the monotone spline.</param>
    /// <param name="name">The name of the argument that the knots are.</param>
    internal static ScheduleNode CreateNode(
        (double At, double Value)[] knots,
        Func<double[], double[], IInterpolation>? spline,
        string name
    )
    {
        double[] at = Array.ConvertAll(knots, knot => knot.At);
        double[] values = Array.ConvertAll(knots, knot => knot.Value);
        IInterpolation curve = Joined(spline ?? CubicSpline.InterpolatePchipSorted, at, values, name);
        return Cubics(curve as CubicSpline, knots) ?? new SplineNode(curve, at[0], values[0], at[^1], values[^1]);
    }

    /// <summary>
    /// A cubic spline as its pieces, which are determined by the knots and the slopes there; each is counted from the nearer knot, so that
    /// none goes beyond it by a rounding. Null for another curve, or where a coefficient overflows.
    /// </summary>
    private static ScheduleNode? Cubics(CubicSpline? spline, (double At, double Value)[] knots)
    {
        if (spline is null)
        {
            return null;
        }

        double[] slopes = Array.ConvertAll(knots, knot => spline.Differentiate(knot.At));
        List<(double At, double Value)> ends = [knots[0], knots[0]];
        List<Cubic> pieces = [default];
        for (int i = 0; i + 1 < knots.Length; i++)
        {
            ((double from, double start), (double to, double end)) = (knots[i], knots[i + 1]);
            double length = to - from;
            double mean = (end - start) / length;
            double bend = (slopes[i] + slopes[i + 1] - (2 * mean)) / length;
            Cubic early = new(from, start, slopes[i], ((mean - slopes[i]) / length) - bend, bend / length);
            Cubic late = new(to, end, slopes[i + 1], ((slopes[i + 1] - mean) / length) + bend, bend / length);
            if (!early.IsFinite || !late.IsFinite)
            {
                return null;
            }

            pieces.AddRange([early, late]);
            ends.AddRange([((from * 0.5) + (to * 0.5), end), (to, end)]);
        }

        return Schedule.CreatePath([.. ends], (i, _) => new FormulaNode<Cubic>(pieces[i]));
    }

    /// <summary>The spline, if it has a value between each two knots: slopes and their products may overflow where the knots do
    /// not.</summary>
    private static IInterpolation Joined(Func<double[], double[], IInterpolation> spline, double[] at, double[] values, string name)
    {
        try
        {
            IInterpolation curve = spline([.. at], [.. values]);
            for (int i = 1; i < at.Length; i++)
            {
                if (!double.IsFinite(curve.Interpolate((at[i - 1] * 0.5) + (at[i] * 0.5))))
                {
                    throw new ArithmeticException(FormattableString.Invariant($"it is not finite between {at[i - 1]:R} and {at[i]:R}"));
                }
            }

            return curve;
        }
        catch (Exception error) when (error is ArgumentException or ArithmeticException)
        {
            string count = at.Length.ToString(CultureInfo.InvariantCulture);
            throw new ArgumentException($"The spline has no way through these {count} knots: {Reason(spline, error)}", name, error);
        }

        // MathNet's own messages speak of its parameters, which nobody who calls this sees.
        static string Reason(Func<double[], double[], IInterpolation> spline, Exception error) =>
            error is ArgumentException && spline.Method.DeclaringType?.Assembly == typeof(CubicSpline).Assembly
                ? "it needs more of them (CubicSpline.InterpolatePchipSorted, the default, needs 3, InterpolateAkimaSorted 5, "
                    + "InterpolateNaturalSorted 2)."
                : error.Message;
    }

    private readonly record struct Cubic(double At, double Value, double Slope, double Second, double Third) : IFormula
    {
        internal bool IsFinite => double.IsFinite(Value + Slope + Second + Third);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        TVector IFormula.At<TVector>(TVector step)
        {
            TVector distance = step - TVector.Create(At);
            TVector bends = (distance * TVector.Create(Third)) + TVector.Create(Second);
            return TVector.FusedMultiplyAdd((bends * distance) + TVector.Create(Slope), distance, TVector.Create(Value));
        }
    }
}
