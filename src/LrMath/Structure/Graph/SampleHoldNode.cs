namespace LrMath.Structure;

/// <summary>Each value of a schedule held for a number of steps, which need not be an integer.</summary>
internal sealed record SampleHoldNode(ScheduleNode Inner, EqualIntervals Intervals) : PacedNode(Inner)
{
    // The number of values that are computed together.
    private const int Most = 256;

    /// <summary>
    /// A schedule with each value held for a number of steps. Two whole numbers of steps within one another are their product, and a value
    /// held for one step is the schedule itself.
    /// </summary>
    internal static ScheduleNode Of(ScheduleNode inner, double width) =>
        width == 1 ? inner
        : inner is SampleHoldNode held
        && EqualIntervals.IsWhole(width)
        && EqualIntervals.IsWhole(held.Intervals.Width)
        && EqualIntervals.IsWhole(held.Intervals.Width * width)
            ? new SampleHoldNode(held.Inner, new(held.Intervals.Width * width))
        : new SampleHoldNode(inner, new(width));

    internal override int? Length { get; } =
        Inner.Length is { } length ? Segment.LengthOf(Segment.StepAt(Intervals.StartOf((double)length))) : null;

    private protected override int PlaceOf(int step) => Intervals.IndexAt(step);

    internal override double At(int step)
    {
        Guard.Step(step);
        return Inner.At(PlaceOf(step));
    }

    private protected override int FillRun(int first, Span<double> destination)
    {
        int interval = Intervals.IndexAt(first);
        int count = Math.Min(Intervals.IndexAt(first + (destination.Length - 1)) - interval + 1, Most);
        Span<double> values = FitsOnStack ? stackalloc double[count] : new double[count];
        Inner.Fill(interval, values);
        int done = 0;
        for (int i = 0; i < count; i++)
        {
            long next = Segment.StepAt(Intervals.StartOf(interval + i + 1.0));
            int end = Segment.CountBefore(next, first, destination.Length);
            VectorLoops.Fill(values[i], destination[done..end]);
            done = end;
        }

        return done;
    }
}
