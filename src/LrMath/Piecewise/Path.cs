using System.Runtime.CompilerServices;
using LrMath.Structure;
using static LrMath.Structure.Calls;

namespace LrMath;

public static partial class Schedule
{
    /// <summary>From knot to knot along a shape; the first value is held before the first knot, the last one after the last.</summary>
    /// <param name="knots">
    /// Positions in steps, finite, in order, not necessarily whole nor positive, and their values, finite; at least one. Two knots at one
    /// position are a jump: from there on the later one holds.
    /// </param>
    /// <param name="shape">The way between two knots; none means <see cref="Shapes.Linear"/>.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A position or a value is not finite, a position is before its predecessor, or the
    /// shape has no way between two values.</exception>
    /// <exception cref="ArgumentException">There is no knot, or the shape is a multicast delegate.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="knots"/> is null.</exception>
    /// <remarks>
    /// <code>value(step) = shape(value_i, value_i+1, (step - at_i) / (at_i+1 - at_i)) for at_i ≤ step &lt; at_i+1</code>
    /// optax piecewise_interpolate_schedule, ignite PiecewiseLinear, OLMo's composable stages. Since positions need not be whole, a peak
    /// may lie between two steps, as PyTorch's one-cycle has it.
    /// </remarks>
    /// <example><code>Schedule.Path([(0, 0), (10, 1), (30, 0)])(20) == 0.5</code></example>
    [OverloadResolutionPriority(1)]
    public static Func<int, double> Path(IReadOnlyList<(double At, double Value)> knots, Shape? shape = null)
    {
        (double At, double Value)[] points = Knots(knots, strictly: false, nameof(knots));
        var formula = ShapeFormula.Of(Guard.Shape(shape ?? Shapes.Linear, nameof(shape)));
        return ShapedPath(points, _ => formula).As([points, Optional(shape, null)]);
    }

    /// <summary>From knot to knot, each way along a shape of its own; the first value is held before the first knot, the last one after the
    /// last.</summary>
    /// <param name="knots">As in <see cref="Path(IReadOnlyList{ValueTuple{double, double}}, Shape?)"/>.</param>
    /// <param name="shapes">The ways, one fewer than there are knots.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A position or a value is not finite, a position is before its predecessor, or a shape
    /// has no way between its two values.</exception>
    /// <exception cref="ArgumentException">There is no knot, the number of shapes is not that of the knots less one, or a shape is a
    /// multicast delegate.</exception>
    /// <exception cref="ArgumentNullException">A list or a shape is null.</exception>
    /// <example><code>Schedule.Path([(0, 0), (10, 1), (30, 0)], [Shapes.Linear, Shapes.Cosine])(20) == 0.5</code></example>
    public static Func<int, double> Path(IReadOnlyList<(double At, double Value)> knots, IReadOnlyList<Shape> shapes)
    {
        (double At, double Value)[] points = Knots(knots, strictly: false, nameof(knots));
        ArgumentNullException.ThrowIfNull(shapes);
        Guard.Count(shapes.Count, points.Length - 1, "one for the way between each two knots", nameof(shapes));
        Shape[] ways = [.. shapes];
        ShapeFormula[] formulas = [.. ways.Select((way, i) => ShapeFormula.Of(Guard.Shape(way, new Subject(nameof(shapes), i))))];
        return ShapedPath(points, i => formulas[i]).As([points, ways]);
    }

    private static ScheduleNode ShapedPath((double At, double Value)[] knots, Func<int, ShapeFormula> shape)
    {
        int rangeCost = 1;
        for (int i = 0; i + 1 < knots.Length; i++)
        {
            shape(i).Check(knots[i].Value, knots[i + 1].Value, new Subject(nameof(knots), i + 1, ".Value"));
            rangeCost = Math.Max(rangeCost, shape(i).RangeCost);
        }

        return CreatePath(knots, new ShapedWays(shape, rangeCost));
    }

    /// <summary>A path through knots that have been checked.</summary>
    private static ScheduleNode CreatePath((double At, double Value)[] knots, ShapeFormula shape) =>
        CreatePath(knots, new ShapedWays(_ => shape, shape.RangeCost));

    /// <summary>Ways from knot to knot, and what is held before and after them.</summary>
    internal static ScheduleNode CreatePath((double At, double Value)[] knots, IWays ways)
    {
        if (knots.Length > MostNodes)
        {
            ScheduleNode many = new KnotsNode(knots, ways);
            return Last() is EnteredNode last ? SequenceNode.Of([many, last], [last.Step], fromOwnStart: false) : many;
        }

        List<ScheduleNode> parts = [];
        List<int> milestones = [];
        for (int i = 0; i + 1 < knots.Length; i++)
        {
            (double from, double start) = knots[i];
            (double to, double end) = knots[i + 1];
            long reached = Segment.StepAt(to);
            bool isWay = to > from;

            // Before the first way a jump ends what is held; after a way its end is held already.
            if (reached > 0 && (isWay || parts.Count == 0))
            {
                parts.Add(isWay ? ways.CreateNode(i, new(start, end, from, to)) : new ConstantNode(start));
                if (reached > int.MaxValue)
                {
                    return Joined();
                }

                milestones.Add((int)reached);
            }
        }

        parts.Add(Last());
        return Joined();

        // A jump at a whole step ends the path as a way of length 0 does.
        ScheduleNode Last()
        {
            (double at, double value) = knots[^1];
            ConstantNode held = new(value);
            return knots.Length > 1 && knots[^2].At == at && at is >= 0 and <= int.MaxValue && double.IsInteger(at)
                ? new EnteredNode(held, knots[^2].Value, (int)at)
                : held;
        }

        ScheduleNode Joined() => SequenceNode.Of([.. parts], [.. milestones], fromOwnStart: false);
    }

    // With more parts than that, a node for each would take more memory than their numbers, and gain nothing.
    private const int MostNodes = 64;

    // Positions that are nearer to zero are zero: the inverse of a way between two of them would not be finite.
    private const double LeastPosition = 1e-290;

    internal static (double At, double Value)[] Knots(IReadOnlyList<(double At, double Value)> knots, bool strictly, string name)
    {
        (double At, double Value)[] copy = Guard.List(knots, name);
        for (int i = 0; i < copy.Length; i++)
        {
            Subject position = new(name, i, ".At");
            double at = Guard.Finite(copy[i].At, position);
            copy[i] = (Math.Abs(at) < LeastPosition ? 0 : at, Guard.Finite(copy[i].Value, new Subject(name, i, ".Value")));
            if (i > 0 && (copy[i].At < copy[i - 1].At || (strictly && copy[i].At == copy[i - 1].At)))
            {
                throw Guard.Illegal(
                    position,
                    copy[i].At,
                    FormattableString.Invariant($"a position {(strictly ? "after" : "not before")} its predecessor, {copy[i - 1].At:R}")
                );
            }
        }

        if (!double.IsFinite(copy[^1].At - copy[0].At))
        {
            throw Guard.Illegal(
                new Subject(name, copy.Length - 1, ".At"),
                copy[^1].At,
                FormattableString.Invariant($"a position within {double.MaxValue:R} of the first, {copy[0].At:R}")
            );
        }

        return copy;
    }
}
