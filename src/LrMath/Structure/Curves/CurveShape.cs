namespace LrMath.Structure;

/// <summary>A shape given by a curve from 0 to 1.</summary>
internal record CurveShape<TCurve>(string Name, TCurve Curve) : ShapeFormula
    where TCurve : struct, IShapeCurve
{
    // Kept: the Split of an interface would box the curve each time.
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
        return At(new Segment(start, end, 0, 1), Curve, inside, fromEnd: inside > split);
    }

    internal override ScheduleNode CreateNode(in Segment segment) => new CurveNode<TCurve>(segment, Curve);

    internal override ShapeFormula Warped(double exponent) => Shapes.Warped(Text, Curve, exponent);

    private protected override double Inside(in Segment segment, int step)
    {
        TCurve curve = On(segment, out Segment counted, out double middle);
        return At(counted, curve, step, fromEnd: !segment.IsBeforeSplit(middle, step));
    }

    private protected override void FillInside(in Segment segment, int first, Span<double> destination)
    {
        TCurve curve = On(segment, out Segment counted, out double middle);
        int early = Segment.CountBefore(segment.FirstStepAfter(middle), first, destination.Length);
        VectorLoops.Fill(new FromStartFormula<TCurve>(new(counted, fromEnd: false), curve), first, destination[..early]);
        VectorLoops.Fill(new FromEndFormula<TCurve>(new(counted, fromEnd: true), curve), first + early, destination[early..]);
    }

    /// <summary>The curve on a segment, the segment with the distances that it is a function of, and its split.</summary>
    private protected virtual TCurve On(in Segment segment, out Segment counted, out double middle)
    {
        (counted, middle) = (segment, split);
        return Curve;
    }

    private static double At(in Segment segment, TCurve curve, double position, bool fromEnd)
    {
        SegmentEnd end = new(segment, fromEnd);
        return end.Value(curve.Evaluate(end.Progress(new Scalar(position)), fromEnd ? 1 : 0)).Value;
    }
}
