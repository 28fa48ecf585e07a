using LrMath.Structure;

namespace LrMath;

public static partial class Shapes
{
    /// <summary>
    /// The same factor in each step: <c>start·(end / start)^p</c>, a straight line on a log axis. Both ends must be of one sign and
    /// not zero; where it is given others, the builder or verb that was given them throws <see cref="ArgumentOutOfRangeException"/>.
    /// </summary>
    public static Shape Exponential { get; } = new ExponentialShape().Between;
}

internal sealed record ExponentialShape : ShapeFormula
{
    internal override string Text => "Shapes.Exponential";

    internal override double Between(double start, double end, double progress)
    {
        Check(Guard.Finite(start), Guard.Finite(end), nameof(end));
        return Along(start, end, progress);
    }

    internal override double Along(double start, double end, double progress) =>
        progress <= 0 ? start
        : progress >= 1 ? end
        : double.IsNaN(progress) ? throw Guard.IllegalProgress(progress)
        : Geometric.Along(start, Geometric.Rate(start, end, 1), progress);

    internal override void Check(double other, double end, string name, double? given = null) => Guard.OneSign(other, end, name, "a geometric way", given);

    internal override double At(in Segment segment, int step) =>
        step >= segment.To ? segment.End
        : step <= segment.From ? segment.Start
        : Between(segment).At(step);

    internal override void Fill(in Segment segment, int first, Span<double> destination) => FillAny(segment, first, destination);

    internal override void Fill(in Segment segment, int first, Span<float> destination) => FillAny(segment, first, destination);

    private static void FillAny<T>(in Segment segment, int first, Span<T> destination)
        where T : struct
    {
        Geometric between = Between(segment);
        Span<double> powers = stackalloc double[Geometric.Block];
        between.Powers(powers);
        Fill(segment, between, powers, first, destination);
    }

    internal override ShapeFormula For(in Segment like, bool sameEnds) => sameEnds ? new ExponentialShapeOfEnds(this, like) : this;

    internal override ScheduleNode On(in Segment segment) => new GeometricRampNode(segment);

    internal static Geometric Between(in Segment segment) =>
        new(segment.Start, Geometric.Rate(segment.Start, segment.End, segment.Length), segment.From);

    internal static void Fill<T>(in Segment segment, in Geometric between, ReadOnlySpan<double> powers, int first, Span<T> destination)
        where T : struct
    {
        Span<T> way = segment.HoldEnds(ref first, destination);
        if (!way.IsEmpty)
        {
            between.Fill(first, way, powers);
        }
    }
}

/// <summary>The same between the same ends, on ways of one length.</summary>
internal sealed record ExponentialShapeOfEnds : ShapeFormula
{
    private readonly ExponentialShape shape;
    private readonly DoubleDouble rate;
    private readonly double[] powers = new double[Geometric.Block];

    internal ExponentialShapeOfEnds(ExponentialShape shape, in Segment like)
    {
        this.shape = shape;
        rate = Geometric.Rate(like.Start, like.End, like.Length);
        On(like.Start, 0).Powers(powers);
    }

    internal override string Text => shape.Text;

    internal override double Between(double start, double end, double progress) => shape.Between(start, end, progress);

    internal override double At(in Segment segment, int step) =>
        step >= segment.To ? segment.End
        : step <= segment.From ? segment.Start
        : On(segment.Start, segment.From).At(step, powers);

    internal override void Fill(in Segment segment, int first, Span<double> destination) =>
        ExponentialShape.Fill(segment, On(segment.Start, segment.From), powers, first, destination);

    internal override void Fill(in Segment segment, int first, Span<float> destination) =>
        ExponentialShape.Fill(segment, On(segment.Start, segment.From), powers, first, destination);

    private Geometric On(double start, double from) => new(start, rate, from);
}
