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

        CubicWays ways = new(knots, Array.ConvertAll(knots, knot => spline.Differentiate(knot.At)));
        (double At, double Value)[] ends = new (double, double)[2 * knots.Length];
        ends[0] = ends[1] = knots[0];
        for (int i = 2; i < ends.Length; i += 2)
        {
            ((double from, _), (double to, double end)) = (knots[(i / 2) - 1], knots[i / 2]);
            if (!ways.Half(i - 1).IsFinite || !ways.Half(i).IsFinite)
            {
                return null;
            }

            ends[i] = ((from * 0.5) + (to * 0.5), end);
            ends[i + 1] = (to, end);
        }

        return Schedule.CreatePath(ends, ways);
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

    /// <summary>The halves of the ways between the knots of a spline, from 1 on: each is a cubic counted from its knot.</summary>
    private sealed record CubicWays((double At, double Value)[] Knots, double[] Slopes) : IWays
    {
        public int RangeCost => 1;

        public ScheduleNode CreateNode(int index, in Segment segment) => new FormulaNode<Cubic>(Half(index));

        public double At(int index, in Segment segment, int step) => Half(index).At(new Scalar(step)).Value;

        public void Fill(int index, in Segment segment, int first, Span<double> destination) =>
            VectorLoops.Fill(Half(index), first, destination);

        internal Cubic Half(int index)
        {
            int i = (index - 1) / 2;
            ((double from, double start), (double to, double end)) = (Knots[i], Knots[i + 1]);
            double length = to - from;
            double mean = (end - start) / length;
            double bend = (Slopes[i] + Slopes[i + 1] - (2 * mean)) / length;
            return index % 2 == 1
                ? new(from, start, Slopes[i], ((mean - Slopes[i]) / length) - bend, bend / length)
                : new(to, end, Slopes[i + 1], ((Slopes[i + 1] - mean) / length) + bend, bend / length);
        }
    }

    private readonly record struct Cubic(double From, double Value, double Slope, double Second, double Third) : IFormula
    {
        internal bool IsFinite => double.IsFinite(Value + Slope + Second + Third);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector At<TVector>(TVector step)
            where TVector : struct, IVector<TVector>
        {
            TVector distance = step - From;
            TVector bends = (distance * Third) + Second;
            return TVector.FusedMultiplyAdd((bends * distance) + Slope, distance, TVector.Create(Value));
        }
    }
}
