using System.Runtime.CompilerServices;
using LrMath.Structure;
using static LrMath.Structure.Calls;

namespace LrMath;

public static partial class Schedule
{
    /// <summary>From a value through phases whose lengths are shares of the run, each along a shape to a value of its own; the last one is
    /// held.</summary>
    /// <param name="steps">The length of all phases in steps, 0 or more.</param>
    /// <param name="start">The value at step 0; finite.</param>
    /// <param name="phases">
    /// The share of each phase, 0 or more, in any unit (5, 75, 20 or 0.05, 0.75, 0.2), and the value at its end, finite; at least one. A
    /// phase that gets no step is a jump to its value.
    /// </param>
    /// <param name="shape">The way of each phase; none means <see cref="Shapes.Linear"/>.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="steps"/> or a share is negative, a number is not finite, all shares are 0, or the shape has no way between two
    /// values.
    /// </exception>
    /// <exception cref="ArgumentNullException"><paramref name="phases"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no phase, or the shape is a multicast delegate.</exception>
    /// <remarks>
    /// <code>
    /// value(step) = shape(end_i-1, end_i, (step - at_i-1) / (at_i - at_i-1)) for at_i-1 ≤ step &lt; at_i, with end_0 = start, at_0 = 0
    /// at_i = steps·(share_1 + … + share_i) / (all shares), to the nearest whole number, halves up
    /// </code>
    /// The phases end at whole steps, as in <see cref="Split"/>; the last one ends at <paramref name="steps"/> exactly. Between two ends it
    /// is <see cref="Path(IReadOnlyList{ValueTuple{double, double}}, Shape?)"/>. composer's "0.05dur", fairseq's phase_ratio, Transformers'
    /// warmup_ratio. Parts that are schedules of their own: <see cref="Split"/> and <see cref="Concat"/>.
    /// </remarks>
    /// <example><code>Schedule.Phases(10_000, 0, [(5, 1), (75, 1), (20, 0)])(9_000) == 0.5</code></example>
    [OverloadResolutionPriority(1)]
    public static Func<int, double> Phases(int steps, double start, IReadOnlyList<(double Share, double End)> phases, Shape? shape = null)
    {
        (double Share, double End)[] copy = Guard.List(phases);
        Shape way = Guard.Shape(shape ?? Shapes.Linear, nameof(shape));
        return Path(PhaseKnots(steps, start, copy, _ => way, _ => nameof(shape)), way).As([steps, start, copy, Optional(shape, null)]);
    }

    /// <summary>From a value through phases whose lengths are shares of the run, each along a shape of its own to a value of its own; the
    /// last one is held.</summary>
    /// <param name="steps">The length of all phases in steps, 0 or more.</param>
    /// <param name="start">The value at step 0; finite.</param>
    /// <param name="phases">As in <see cref="Phases(int, double, IReadOnlyList{ValueTuple{double, double}}, Shape?)"/>.</param>
    /// <param name="shapes">The ways, one for each phase.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="steps"/> or a share is negative, a number is not finite, all shares are 0, or a shape has no way between its two
    /// values.
    /// </exception>
    /// <exception cref="ArgumentNullException">A list or a shape is null.</exception>
    /// <exception cref="ArgumentException">There is no phase, the number of shapes is not theirs, or a shape is a multicast
    /// delegate.</exception>
    /// <example><code>Schedule.Phases(100, 0, [(10, 1), (90, 0)], [Shapes.Linear, Shapes.Cosine])(55) == 0.5</code></example>
    public static Func<int, double> Phases(
        int steps,
        double start,
        IReadOnlyList<(double Share, double End)> phases,
        IReadOnlyList<Shape> shapes
    )
    {
        (double Share, double End)[] copy = Guard.List(phases);
        ArgumentNullException.ThrowIfNull(shapes);
        Shape[] ways = [.. shapes];
        Guard.Count(ways.Length, copy.Length, "one for each phase", nameof(shapes));
        return Path(PhaseKnots(steps, start, copy, i => ways[i], i => new(nameof(shapes), i)), ways).As([steps, start, copy, ways]);
    }

    private static (double At, double Value)[] PhaseKnots(
        int steps,
        double start,
        (double Share, double End)[] phases,
        Func<int, Shape> way,
        Func<int, Subject> shapeAt
    )
    {
        Guard.NonNegative(steps);
        double[] shares = Array.ConvertAll(phases, phase => phase.Share);
        int[] lengths = Lengths(steps, shares, nameof(phases), ".Share");
        (double At, double Value)[] knots = new (double, double)[phases.Length + 1];
        knots[0] = (0, Guard.Finite(start));
        for (int i = 0; i < phases.Length; i++)
        {
            Subject subject = new(nameof(phases), i, ".End");
            double end = Guard.Finite(phases[i].End, subject);
            Guard.Way(way(i), knots[i].Value, end, subject, shapeAt(i));
            knots[i + 1] = (knots[i].At + lengths[i], end);
        }

        return knots;
    }
}
