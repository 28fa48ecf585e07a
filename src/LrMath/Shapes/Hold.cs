using LrMath.Structure;

namespace LrMath;

public static partial class Shapes
{
    /// <summary>The start until the end is reached: <c>p &lt; 1 ? start : end</c>. As a warm-up it is the "constant" one.</summary>
    public static Shape Hold { get; } = new HoldShape().Between;
}

internal sealed record HoldShape : ShapeFormula
{
    internal override string Text => "Shapes.Hold";

    internal override double Between(double start, double end, double progress) => progress < 1 ? start : end;

    internal override double At(in Segment segment, int step) => step < segment.To ? segment.Start : segment.End;

    internal override void Fill(in Segment segment, int first, Span<double> destination) => FillAny(segment, first, destination);

    internal override void Fill(in Segment segment, int first, Span<float> destination) => FillAny(segment, first, destination);

    private static void FillAny<T>(in Segment segment, int first, Span<T> destination)
        where T : struct
    {
        int held = Segment.Before(Segment.StepAt(segment.To), first, destination.Length);
        Ranges.Hold(segment.Start, destination[..held]);
        Ranges.Hold(segment.End, destination[held..]);
    }
}
