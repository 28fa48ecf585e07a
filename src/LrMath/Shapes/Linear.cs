using LrMath.Structure;

namespace LrMath;

public static partial class Shapes
{
    /// <summary>A straight line: <c>start + (end - start)·p</c>.</summary>
    /// <example><code>Shapes.Linear(1, 0, 0.25) == 0.75</code></example>
    public static Shape Linear => LinearShape.Shape;
}

internal sealed record LinearShape(string Name) : CurveShape<LinearCurve>(Name, default(LinearCurve))
{
    /// <summary>The shape, made when it is first used.</summary>
    internal static readonly Shape Shape = new LinearShape("Shapes.Linear").Evaluate;

    internal override ScheduleNode CreateNode(in Segment segment) => PiecewiseLinearNode.Of(segment);
}

internal readonly record struct LinearCurve : IShapeCurve
{
    public TVector FromStart<TVector>(TVector p)
        where TVector : struct, IVector<TVector> => p;

    public TVector FromEnd<TVector>(TVector q)
        where TVector : struct, IVector<TVector> => q;

    public Scalar Evaluate(Scalar p, double fromEnd) => p;
}
