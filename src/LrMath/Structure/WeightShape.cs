namespace LrMath.Structure;

/// <summary>A shape given by its curve from 0 to 1.</summary>
internal record WeightShape<TWeight>(string Name, TWeight Weight) : ShapeFormula
    where TWeight : struct, IWeight
{
    private readonly double middle = Weight.Middle;

    internal override string Text => Name;

    internal sealed override bool StartsAtStart => TWeight.StartsAtStart;

    internal override double Between(double start, double end, double progress)
    {
        if (IsAtEnd(start, end, progress, out double value))
        {
            return value;
        }

        double done = Math.Max(progress, 0);
        return At(new Segment(start, end, 0, 1), done, done > middle);
    }

    private protected override double Inside(in Segment segment, int step) => At(segment, step, !segment.IsOnFirst(middle, step));

    private protected override void FillInside(in Segment segment, int first, Span<double> destination)
    {
        int half = Segment.Before(segment.FirstPast(middle), first, destination.Length);
        Ranges.Fill(new FirstHalf<TWeight>(new(segment, isFirst: true), Weight), first, destination[..half]);
        Ranges.Fill(new SecondHalf<TWeight>(new(segment, isFirst: false), Weight), first + half, destination[half..]);
    }

    internal override ScheduleNode On(in Segment segment) => new WeightNode<TWeight>(segment, Weight);

    internal override ShapeFormula Warped(double exponent) => Shapes.Warped(Text, Weight, exponent);

    private double At(in Segment segment, double position, bool isSecond)
    {
        Half half = new(segment, !isSecond);
        return half.Value(Weight.Either(half.Progress(new Lane1(position)), isSecond ? 1 : 0)).Value;
    }
}
