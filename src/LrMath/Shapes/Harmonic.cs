using System.Runtime.CompilerServices;
using LrMath.Structure;

namespace LrMath;

public static partial class Shapes
{
    /// <summary>
    /// The inverse of a straight line: <c>1 / ((1 - p) / start + p / end)</c>, so that the inverses of the values are evenly spaced. Both
    /// ends must be of one sign and not zero; where it is given others, the builder or verb that was given them throws
    /// <see cref="ArgumentOutOfRangeException"/>. The decay of warm-up-stable-decay in Meta Lingua. An inverse-time decay that reaches its
    /// end; the one without an end is <see cref="Schedule.InverseTime"/> (Darken and Moody, Note on Learning Rate Schedules for Stochastic
    /// Optimization, 1990).
    /// </summary>
    /// <example><code>Shapes.Harmonic(1, 0.25, 0.5) // 0.4</code></example>
    public static Shape Harmonic => HarmonicShape.Shape;
}

internal sealed record HarmonicShape : ShapeFormula
{
    /// <summary>The shape, made when it is first used.</summary>
    internal static readonly Shape Shape = new HarmonicShape().Evaluate;

    internal override string Text => "Shapes.Harmonic";

    internal override double Evaluate(double start, double end, double progress)
    {
        Check(Guard.Finite(start), Guard.Finite(end), nameof(end));
        return IsAtEnd(start, end, progress, out double value)
            ? value
            : new HarmonicFormula(new Segment(start, end, 0, 1)).At(new Scalar(progress)).Value;
    }

    internal override double Interpolate(double start, double end, DoubleDouble progress)
    {
        if (!IsInside(progress))
        {
            return Interpolate(start, end, progress.High);
        }

        // Counted from the end that is further away from zero: next to it, the distance from it decides the value.
        DoubleDouble left = (progress * -1) + new DoubleDouble(1, 0);
        bool falls = Math.Abs(end) <= Math.Abs(start);
        double position = falls ? progress.High : left.High;
        Segment way = falls ? new(start, end, 0, 1) : new(end, start, 0, 1);
        return new HarmonicFormula(way).At(new Scalar(position)).Value;
    }

    internal override void Check(double other, double end, Subject subject, double? given = null) =>
        Guard.OneSign(other, end, subject, "a harmonic way", given);

    private protected override double Inside(in Segment segment, int step) => new HarmonicFormula(segment).At(new Scalar(step)).Value;

    private protected override void FillInside(in Segment segment, int first, Span<double> destination) =>
        VectorLoops.Fill(new HarmonicFormula(segment), first, destination);
}

/// <summary>near / (toNear + toFar·near / far). Near is the end closer to zero; toNear is the completed fraction of the way from far to
/// near, and toFar the remaining one. Nothing cancels or overflows.</summary>
internal readonly struct HarmonicFormula : IFormula
{
    private readonly double near;
    private readonly double ratio;
    private readonly double nearAt;
    private readonly double farAt;
    private readonly double inverse;
    private readonly double lowest;
    private readonly double highest;

    internal HarmonicFormula(in Segment segment)
    {
        bool falls = Math.Abs(segment.End) <= Math.Abs(segment.Start);
        (near, nearAt) = falls ? (segment.End, segment.To) : (segment.Start, segment.From);
        (double far, farAt) = falls ? (segment.Start, segment.From) : (segment.End, segment.To);
        ratio = near / far;
        (lowest, highest) = (Math.Min(near, far), Math.Max(near, far));
        inverse = falls ? segment.Inverse : -segment.Inverse;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector At<TVector>(TVector step)
        where TVector : struct, IVector<TVector>
    {
        TVector toNear = (step - farAt) * inverse;
        TVector toFar = (nearAt - step) * inverse;

        // Next to the far end the denominator may round to 0: the value is kept between the two ends.
        TVector value = near / ((toFar * ratio) + toNear);
        return TVector.MaxNative(lowest, TVector.MinNative(highest, value));
    }
}
