namespace LrMath.Structure;

/// <summary>A shape given by a curve from 0 to 1.</summary>
internal record CurveShape<TCurve>(string Name, TCurve Curve) : ShapeFormula
    where TCurve : struct, IShapeCurve
{
    private readonly double split = Curve.Split;

    internal override string Text => Name;

    internal sealed override bool StartsAtStart => TCurve.StartsAtStart;

    internal override double Evaluate(double start, double end, double progress)
    {
        if (IsAtEnd(start, end, progress, out double value))
        {
            return value;
        }

        double inside = Math.Max(progress, 0);
        return At(new Segment(start, end, 0, 1), inside, fromEnd: inside > split);
    }

    internal override ScheduleNode CreateNode(in Segment segment) => new CurveNode<TCurve>(segment, Curve);

    internal override ShapeFormula Warped(double exponent) => Shapes.Warped(Text, Curve, exponent);

    private protected override double Inside(in Segment segment, int step) =>
        At(Counted(segment), step, fromEnd: !segment.IsBeforeSplit(split, step));

    private protected override void FillInside(in Segment segment, int first, Span<double> destination)
    {
        int early = Segment.CountBefore(segment.FirstStepAfter(split), first, destination.Length);
        Segment counted = Counted(segment);
        VectorLoops.Fill(new FromStartFormula<TCurve>(new(counted, fromEnd: false), Curve), first, destination[..early]);
        VectorLoops.Fill(new FromEndFormula<TCurve>(new(counted, fromEnd: true), Curve), first + early, destination[early..]);
    }

    /// <summary>The segment with the distances that the curve is a function of.</summary>
    private protected virtual Segment Counted(in Segment segment) => segment;

    private double At(in Segment segment, double position, bool fromEnd)
    {
        SegmentEnd end = new(segment, fromEnd);
        return end.Value(Curve.Evaluate(end.Progress(new Scalar(position)), fromEnd ? 1 : 0)).Value;
    }
}
