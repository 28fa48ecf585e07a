using System.Runtime.CompilerServices;
using LrMath.Structure;

namespace LrMath;

public static partial class Shapes
{
    /// <summary>
    /// The inverse of a straight line: <c>1 / ((1 - p) / start + p / end)</c>, so that the inverses of the values are evenly spaced. Both
    /// ends must be of one sign and not zero; where it is given others, the builder or verb that was given them throws
    /// <see cref="ArgumentOutOfRangeException"/>. The decay of warm-up-stable-decay in Meta Lingua; inverse time that arrives
    /// (Darken and Moody, Note on Learning Rate Schedules for Stochastic Optimization, 1990, has the one without an end:
    /// <see cref="Schedule.InverseTime"/>).
    /// </summary>
    public static Shape Harmonic { get; } = new HarmonicShape().Between;
}

internal sealed record HarmonicShape : ShapeFormula
{
    internal override string Text => "Shapes.Harmonic";

    internal override double Between(double start, double end, double progress)
    {
        Check(Guard.Finite(start), Guard.Finite(end), nameof(end));
        return IsAtEnd(start, end, progress, out double value)
            ? value
            : new HarmonicFormula(new Segment(start, end, 0, 1)).At(new Lane1(progress)).Value;
    }

    internal override void Check(double other, double end, string name, double? given = null) => Guard.OneSign(other, end, name, "a harmonic way", given);

    private protected override double Inside(in Segment segment, int step) => new HarmonicFormula(segment).At(new Lane1(step)).Value;

    private protected override void FillInside(in Segment segment, int first, Span<double> destination) =>
        Ranges.Fill(new HarmonicFormula(segment), first, destination);
}

/// <summary>near / (share of the way to near + share of the way from it·near / far), near being the end closer to zero: nothing cancels or overflows.</summary>
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
    public TLane At<TLane>(TLane step)
        where TLane : struct, ILane<TLane>
    {
        TLane toNear = (step - TLane.Of(farAt)) * TLane.Of(inverse);
        TLane toFar = (TLane.Of(nearAt) - step) * TLane.Of(inverse);

        // So close to the far end that nothing of the way is left in a double, it is the far end.
        TLane value = TLane.Of(near) / ((toFar * TLane.Of(ratio)) + toNear);
        return TLane.Max(TLane.Min(value, TLane.Of(highest)), TLane.Of(lowest));
    }
}
