namespace LrMath.Structure;

/// <summary>
/// A small power of the progress, or reversed of the remaining fraction. A ramp has the tables of a <see cref="PowerNode"/>; where segments
/// differ from cycle to cycle, the logarithm costs less than a table.
/// </summary>
internal sealed record PowerShape<TWeight>(string Name, TWeight Weight, double Power, bool IsReversed) : WeightShape<TWeight>(Name, Weight)
    where TWeight : struct, IWeight
{
    internal override ScheduleNode On(in Segment segment) => new PowerNode(segment, Power, IsReversed);

    internal override ShapeFormula Warped(double exponent) => IsReversed
        ? base.Warped(exponent)
        : Shapes.PowerOf(Shapes.WarpText(Text, exponent)!, Power * exponent);
}
