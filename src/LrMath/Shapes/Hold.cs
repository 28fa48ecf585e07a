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

    private protected override double Inside(in Segment segment, int step) => segment.Start;

    private protected override void FillInside(in Segment segment, int first, Span<double> destination) =>
        Ranges.Hold(segment.Start, destination);
}
