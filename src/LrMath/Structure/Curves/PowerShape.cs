namespace LrMath.Structure;

/// <summary>
/// A small power of the progress, or reversed of the remaining fraction. A ramp has the tables of a <see cref="PowerNode"/>; where segments
/// differ from cycle to cycle, the logarithm costs less than a table.
/// </summary>
internal sealed record PowerShape<TCurve>(string Name, TCurve Curve, double Power, bool IsReversed) : CurveShape<TCurve>(Name, Curve)
    where TCurve : struct, IShapeCurve
{
    internal override ScheduleNode CreateNode(in Segment segment) => new PowerNode(segment, Power, IsReversed);

    internal override ShapeFormula Warped(double exponent) =>
        IsReversed ? base.Warped(exponent) : Shapes.PowerOf(Shapes.WarpText(Text, exponent)!, Power * exponent);
}
