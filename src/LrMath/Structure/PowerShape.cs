namespace LrMath.Structure;

/// <summary>
/// A power of what is done, or reversed of what is left. On a way of its own, and on ways of one length, it is a <see cref="PowerCurve"/>;
/// where each way is asked only a few times, the logarithm is cheaper than its anchors.
/// </summary>
internal sealed record PowerShape(ShapeFormula Direct, SmallPower Power, bool IsReversed) : ShapeFormula
{
    // Of shorter ways a range spends its time between the octaves.
    private const double Shortest = 512;

    /// <summary>A power by its logarithm, with its anchors if it is small enough for them.</summary>
    internal static ShapeFormula Of(ShapeFormula direct, double power, bool isReversed) =>
        SmallPower.Includes(power) ? new PowerShape(direct, new(power), isReversed) : direct;

    internal override string? Text => Direct.Text;

    internal override double Between(double start, double end, double progress) => Direct.Between(start, end, progress);

    internal override double At(in Segment segment, int step) => Direct.At(segment, step);

    internal override void Fill(in Segment segment, int first, Span<double> destination) => Direct.Fill(segment, first, destination);

    internal override void Fill(in Segment segment, int first, Span<float> destination) => Direct.Fill(segment, first, destination);

    internal override ScheduleNode On(in Segment segment) => new PowerNode(segment, Power, IsReversed);

    internal override ShapeFormula For(in Segment like, bool sameEnds) => like.Length < Shortest ? this : new PowerShapeOfLength(this, like.Length);

    internal override ShapeFormula Warped(double exponent)
    {
        if (IsReversed)
        {
            return Shapes.Warped<Reversed<PowerWeight>>(Text!, new(new(Power.Exponent)), exponent);
        }

        double power = PowerWeight.Bounded(Power.Exponent * exponent);
        return Of(new WeightShape<PowerWeight>(Shapes.WarpText(Text, exponent)!, new(power)), power, isReversed: false);
    }

    /// <summary>The curve on a segment.</summary>
    internal static PowerCurve Curve(in Segment segment, PowerShares shares, bool isReversed) => isReversed
        ? new(shares, -1, segment.To, segment.From, segment.Start, segment.End)
        : new(shares, 1, -segment.From, segment.To, segment.End, segment.Start);
}

/// <summary>The same on ways of one length.</summary>
internal sealed record PowerShapeOfLength : ShapeFormula
{
    private readonly PowerShape shape;
    private readonly PowerShares shares;

    internal PowerShapeOfLength(PowerShape shape, double length)
    {
        this.shape = shape;
        shares = new(shape.Power, length, Math.Min(length, 1), length);
    }

    internal override string? Text => shape.Text;

    internal override double Between(double start, double end, double progress) => shape.Between(start, end, progress);

    internal override double At(in Segment segment, int step) => segment.Holds(step, out double held)
        ? held
        : PowerShape.Curve(segment, shares, shape.IsReversed).At(step);

    internal override void Fill(in Segment segment, int first, Span<double> destination) => FillAny(segment, first, destination);

    internal override void Fill(in Segment segment, int first, Span<float> destination) => FillAny(segment, first, destination);

    private void FillAny<T>(in Segment segment, int first, Span<T> destination)
        where T : struct
    {
        Span<T> between = segment.HoldEnds(ref first, destination);
        PowerShape.Curve(segment, shares, shape.IsReversed).Fill(first, between);
    }
}
