namespace LrMath.Structure;

/// <summary>A user's own shape.</summary>
internal sealed record UserShape(Shape Shape) : StepByStepShape
{
    internal override string? Text => null;

    internal override double Evaluate(double start, double end, double progress) => Shape(start, end, progress);
}
