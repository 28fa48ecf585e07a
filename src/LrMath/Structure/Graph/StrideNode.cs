namespace LrMath.Structure;

/// <summary>Every n-th step of a schedule; beyond the last step there is, the value of the last one is held.</summary>
internal sealed record StrideNode : ScheduleNode
{
    private readonly bool fillsBetween;

    private StrideNode(ScheduleNode inner, int stride)
        : base([inner])
    {
        (Inner, Stride) = (inner, stride);

        // A single step costs no more than a range over all the steps before it if that computes so many values for each one.
        RangeCost = (int)Math.Min((long)stride * inner.RangeCost, StepByStep);
        fillsBetween = RangeCost < StepByStep;
        Length = inner.Length is { } length ? (int)((length + (stride - 1L)) / stride) : null;
    }

    internal ScheduleNode Inner { get; }

    internal int Stride { get; }

    /// <summary>Every n-th step of a schedule. Strides of a stride are one, and a stride of 1 is the schedule itself.</summary>
    internal static ScheduleNode Of(ScheduleNode inner, int stride) =>
        stride == 1 ? inner
        : inner is StrideNode other && (long)other.Stride * stride <= int.MaxValue ? new StrideNode(other.Inner, other.Stride * stride)
        : new StrideNode(inner, stride);

    internal override int? Length { get; }

    internal override double At(int step)
    {
        Guard.Step(step);
        return Inner.At(PlaceOf(step));
    }

    internal override (ScheduleNode Part, int Step)? Next(int step, int known, Entry joined) => known == 0 ? (Inner, PlaceOf(step)) : null;

    private protected override int FillRun(int first, Span<double> destination)
    {
        int most = Math.Min(Block / Stride, destination.Length);
        int count = fillsBetween ? Segment.CountBefore(1L + (int.MaxValue / Stride), first, most) : 0;
        if (count == 0)
        {
            destination[0] = Walk.ValueAt(this, first);
            return 1;
        }

        Span<double> buffer = FitsOnStack ? stackalloc double[Block] : new double[Block];
        Span<double> between = buffer[..(((count - 1) * Stride) + 1)];
        Inner.Fill(first * Stride, between);
        VectorLoops.PickEvery(Stride, between, destination[..count]);
        return count;
    }

    private int PlaceOf(int step) => (int)Math.Min((long)step * Stride, int.MaxValue);
}
