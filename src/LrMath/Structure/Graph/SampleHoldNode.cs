namespace LrMath.Structure;

/// <summary>Each value of a schedule held for a number of steps, which need not be an integer.</summary>
internal sealed record SampleHoldNode(ScheduleNode Inner, EqualIntervals Intervals) : ScheduleNode([Inner])
{
    // So many values are computed together.
    private const int Most = 256;

    /// <summary>
    /// A schedule with each value held for a number of steps. Two whole numbers of steps within one another are their product, and a value
    /// held for one step is the schedule itself.
    /// </summary>
    internal static ScheduleNode Of(ScheduleNode inner, double width) =>
        width == 1 ? inner
        : inner is SampleHoldNode held && IsExact(held.Intervals.Width) && IsExact(width) && IsExact(held.Intervals.Width * width)
            ? new SampleHoldNode(held.Inner, new(held.Intervals.Width * width))
        : new SampleHoldNode(inner, new(width));

    internal override int? Length { get; } =
        Inner.Length is { } length ? Segment.LengthOf(Segment.StepAt(Intervals.StartOf((double)length))) : null;

    internal override double At(int step)
    {
        Guard.Step(step);
        return Inner.At(Intervals.IndexAt(step));
    }

    internal override (ScheduleNode Part, int Step)? Next(int step, int known, Entry joined) =>
        known == 0 ? (Inner, Intervals.IndexAt(step)) : null;

    /// <summary>An interval is entered at its first step only.</summary>
    internal override Entry Join(int step, int known, Entry joined, Entry part) =>
        step == 0 || Intervals.IndexAt(step - 1) < Intervals.IndexAt(step) ? part : Entry.At(part.Value);

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

    private static bool IsExact(double width) => width <= int.MaxValue && double.IsInteger(width);
}
