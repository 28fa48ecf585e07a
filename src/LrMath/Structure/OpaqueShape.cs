namespace LrMath.Structure;

/// <summary>A user's own shape.</summary>
internal sealed record OpaqueShape(Shape Shape) : SteppedShape
{
    internal override string? Text => null;

    internal override double Between(double start, double end, double progress) => Shape(start, end, progress);
}
