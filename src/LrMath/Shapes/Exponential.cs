using LrMath.Structure;

namespace LrMath;

public static partial class Shapes
{
    /// <summary>
    /// The same factor in each step: <c>start·(end / start)^p</c>, a straight line on a log axis. Both ends must be of one sign and
    /// not zero; where it is given others, the builder or verb that was given them throws <see cref="ArgumentOutOfRangeException"/>.
    /// </summary>
    /// <example><code>Shapes.Exponential(1, 0.01, 0.5) // 0.1</code></example>
    public static Shape Exponential => ExponentialShape.Shape;
}

/// <summary>A geometric shape; segments of one length between the same ends share its rate and its powers.</summary>
internal sealed record ExponentialShape(DoubleDouble Rate = default, double[]? Powers = null) : ShapeFormula
{
    /// <summary>The shape, made when it is first used.</summary>
    internal static readonly Shape Shape = new ExponentialShape().Evaluate;

    // Up to this many values cost less than a table of all powers.
    private const int FewWithoutPowers = 32;

    internal override string Text => "Shapes.Exponential";

    internal override double Evaluate(double start, double end, double progress)
    {
        Check(Guard.Finite(start), Guard.Finite(end), nameof(end));
        return Interpolate(start, end, progress);
    }

    internal override double Interpolate(double start, double end, double progress) =>
        IsAtEnd(start, end, progress, out double value)
            ? value
            : GeometricSequence.Along(start, GeometricSequence.Rate(start, end, 1), progress);

    internal override double Interpolate(double start, double end, DoubleDouble progress) =>
        IsInside(progress)
            ? GeometricSequence.Along(start, GeometricSequence.Rate(start, end, 1) * progress, 1)
            : Interpolate(start, end, progress.High);

    internal override void Check(double other, double end, Subject subject, double? given = null) =>
        Guard.OneSign(other, end, subject, "a geometric way", given);

    internal override ScheduleNode CreateNode(in Segment segment) => new GeometricNode(segment);

    internal override ShapeFormula ShareFor(in Segment segment) =>
        new ExponentialShape(GeometricSequence.Rate(segment.Start, segment.End, segment.Length), new GeometricSequence(segment).Powers());

    private protected override double Inside(in Segment segment, int step) => Sequence(segment).At(step, Powers);

    // Computing the rate takes most of the time, and a range computes it once: even a short range is not computed step by step.
    private protected override int FewSteps => 0;

    private protected override void FillInside(in Segment segment, int first, Span<double> destination)
    {
        GeometricSequence sequence = Sequence(segment);
        if (Powers is not null || destination.Length > FewWithoutPowers)
        {
            sequence.Fill(first, destination, Powers);
            return;
        }

        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = sequence.At(first + i, null);
        }
    }

    private GeometricSequence Sequence(in Segment segment) => Powers is null ? new(segment) : new(segment.Start, Rate, segment.From);
}
