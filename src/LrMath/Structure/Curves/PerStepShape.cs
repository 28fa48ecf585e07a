namespace LrMath.Structure;

/// <summary>A curve that is a function of 2^(rate·p).</summary>
internal interface IPerStepCurve<TSelf> : IShapeCurve
    where TSelf : struct, IPerStepCurve<TSelf>
{
    /// <summary>The curve as a function of a number of steps instead of the progress, for a length.</summary>
    TSelf Over(double length);
}

/// <summary>
/// A shape whose ramps multiply the exact distance in steps by a rate of 105 bits. The progress is rounded twice, and a large exponent
/// would multiply that error.
/// </summary>
internal sealed record PerStepShape<TCurve>(string Name, TCurve Curve) : CurveShape<TCurve>(Name, Curve)
    where TCurve : struct, IPerStepCurve<TCurve>
{
    /// <summary>True if the curve is already a function of steps, for segments of one length.</summary>
    private bool IsOverSteps { get; init; }

    internal override ScheduleNode CreateNode(in Segment segment) => new CurveNode<TCurve>(segment.InSteps(), Curve.Over(segment.Length));

    internal override ShapeFormula ShareFor(in Segment segment) =>
        new PerStepShape<TCurve>(Name, Curve.Over(segment.Length)) { IsOverSteps = true };

    private protected override TCurve On(in Segment segment, out Segment counted)
    {
        counted = segment.InSteps();
        return IsOverSteps ? Curve : Curve.Over(segment.Length);
    }
}
