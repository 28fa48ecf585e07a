namespace LrMath.Structure;

/// <summary>A curve that loses digits where it is given a rounded progress.</summary>
internal interface IPerStepCurve<TSelf> : IShapeCurve
    where TSelf : struct, IPerStepCurve<TSelf>
{
    /// <inheritdoc cref="IShapeCurve.Split"/>
    abstract double IShapeCurve.Split { get; }

    /// <summary>The curve as a function of a number of steps instead of the progress, for a length.</summary>
    TSelf Over(double length);
}

/// <summary>
/// A shape whose ramps are functions of the exact distance in steps, with constants of 105 bits. The progress is rounded twice, and a steep
/// curve would multiply that error.
/// </summary>
internal sealed record PerStepShape<TCurve>(string Name, TCurve Curve) : CurveShape<TCurve>(Name, Curve)
    where TCurve : struct, IPerStepCurve<TCurve>
{
    /// <summary>True if the curve is already a function of steps, for segments of one length.</summary>
    private bool IsOverSteps { get; init; }

    internal override ScheduleNode CreateNode(in Segment segment) => new CurveNode<TCurve>(segment.InSteps(), Curve.Over(segment.Length));

    internal override ShapeFormula ShareFor(in Segment segment) =>
        new PerStepShape<TCurve>(Name, Curve.Over(segment.Length)) { IsOverSteps = true };

    private protected override TCurve On(in Segment segment, out Segment counted, out double middle)
    {
        counted = segment.InSteps();
        TCurve curve = IsOverSteps ? Curve : Curve.Over(segment.Length);
        middle = curve.Split;
        return curve;
    }
}
