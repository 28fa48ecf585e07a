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

/// <summary>A geometric way; between the same ends, ways of one length share their rate and their powers.</summary>
internal sealed record ExponentialShape(DoubleDouble Rate = default, double[]? Powers = null) : ShapeFormula
{
    internal override string Text => "Shapes.Exponential";

    internal override double Between(double start, double end, double progress)
    {
        Check(Guard.Finite(start), Guard.Finite(end), nameof(end));
        return Along(start, end, progress);
    }

    internal override double Along(double start, double end, double progress) =>
        IsAtEnd(start, end, progress, out double value)
        ? value
        : Geometric.Along(start, Geometric.Rate(start, end, 1), progress);

    internal override void Check(double other, double end, string name, double? given = null) => Guard.OneSign(other, end, name, "a geometric way", given);

    internal override double At(in Segment segment, int step) => segment.Holds(step, out double held)
        ? held
        : Powers is null ? Between(segment).At(step) : Shared(segment).At(step, Powers);

    internal override void Fill(in Segment segment, int first, Span<double> destination) => FillAny(segment, first, destination);

    internal override void Fill(in Segment segment, int first, Span<float> destination) => FillAny(segment, first, destination);

    private void FillAny<T>(in Segment segment, int first, Span<T> destination)
        where T : struct
    {
        if (Powers is not null)
        {
            Fill(segment, Shared(segment), Powers, first, destination);
            return;
        }

        Geometric between = Between(segment);
        Span<double> powers = stackalloc double[Geometric.Block];
        between.Powers(powers);
        Fill(segment, between, powers, first, destination);
    }

    internal override ShapeFormula For(in Segment like, bool sameEnds)
    {
        if (!sameEnds)
        {
            return this;
        }

        DoubleDouble rate = Geometric.Rate(like.Start, like.End, like.Length);
        double[] powers = new double[Geometric.Block];
        new Geometric(like.Start, rate, like.From).Powers(powers);
        return new ExponentialShape(rate, powers);
    }

    internal override ScheduleNode On(in Segment segment) => new GeometricRampNode(segment);

    private Geometric Shared(in Segment segment) => new(segment.Start, Rate, segment.From);

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
