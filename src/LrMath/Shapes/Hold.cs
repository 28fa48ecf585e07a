using LrMath.Structure;

namespace LrMath;

public static partial class Shapes
{
    /// <summary>The start until the end is reached: <c>p &lt; 1 ? start : end</c>. As a warm-up it is the "constant" one.</summary>
    /// <example><code>Shapes.Hold(1, 0, 0.99) == 1</code></example>
    public static Shape Hold => HoldShape.Shape;
}

internal sealed record HoldShape : ShapeFormula
{
    /// <summary>The shape, made when it is first used.</summary>
    internal static readonly Shape Shape = new HoldShape().Evaluate;

    internal override string Text => "Shapes.Hold";

    internal override double Evaluate(double start, double end, double progress) =>
        IsAtEnd(start, end, progress, out double value) ? value : start;

    private protected override double Inside(in Segment segment, int step) => segment.Start;

    private protected override void FillInside(in Segment segment, int first, Span<double> destination) =>
        VectorLoops.Fill(segment.Start, destination);
}
