namespace LrMath.Structure;

/// <summary>A power of what is done, or reversed of what is left, see <see cref="PowerCurve"/>.</summary>
internal sealed record PowerShape(string Name, SmallPower Power, bool IsReversed) : ShapeFormula
{
    // So few steps are asked one by one sooner than tables are made.
    private const int Few = 64;

    internal override string Text => Name;

    internal override double Between(double start, double end, double progress) =>
        double.IsNaN(progress) ? throw Guard.Illegal(nameof(progress), progress, "a number; below 0 it counts as 0, above 1 as 1")
        : progress <= 0 ? start
        : progress >= 1 ? end
        : At(start, end, IsReversed ? 1 - progress : progress, 1);

    internal override double At(in Segment segment, int step) =>
        step >= segment.To ? segment.End
        : step <= segment.From ? segment.Start
        : At(segment.Start, segment.End, IsReversed ? segment.To - step : step - segment.From, segment.Length);

    internal override void Fill(in Segment segment, int first, Span<double> destination) => FillAny(segment, first, destination);

    internal override void Fill(in Segment segment, int first, Span<float> destination) => FillAny(segment, first, destination);

    internal override ScheduleNode On(in Segment segment) => new PowerNode(segment, Power, IsReversed);

    internal override ShapeFormula Warped(double exponent)
    {
        string name = Shapes.WarpText(Text, exponent)!;
        PowerWeight weight = new(Power.Exponent);
        double bounded = PowerWeight.Bounded(exponent);
        return IsReversed
            ? new WeightShape<Warped<Reversed<PowerWeight>>>(name, new(new(weight), bounded))
            : new WeightShape<Warped<PowerWeight>>(name, new(weight, bounded));
    }

    /// <summary>The curve of one segment.</summary>
    internal static PowerCurve Curve(in Segment segment, SmallPower power, bool isReversed) => isReversed
        ? new(power, -1, segment.To, segment.Length, segment.Start, segment.End)
        : new(power, 1, -segment.From, segment.Length, segment.End, segment.Start);

    private double At(double start, double end, double x, double top) => IsReversed
        ? PowerCurve.At(Power, x, top, start, end)
        : PowerCurve.At(Power, x, top, end, start);

    private void FillAny<T>(in Segment segment, int first, Span<T> destination)
        where T : struct
    {
        Span<T> between = segment.HoldEnds(ref first, destination);
        if (between.Length > Few)
        {
            Curve(segment, Power, IsReversed).Fill(first, between);
            return;
        }

        for (int i = 0; i < between.Length; i++)
        {
            between[i] = ScheduleNode.To<T>(At(segment, first + i));
        }
    }
}
