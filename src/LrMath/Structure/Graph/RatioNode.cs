namespace LrMath.Structure;

/// <summary>So many steps of a schedule in every so many steps, two numbers without a common divisor; steps beyond the last there is are
/// the last.</summary>
internal sealed record RatioNode : ScheduleNode
{
    private readonly bool fillsBetween;

    private RatioNode(ScheduleNode inner, int size, int every)
        : base([inner])
    {
        (Inner, Size, Every) = (inner, size, every);

        // Up to this pace, no step lies between two that are needed; see StrideNode.
        bool isDense = size < every;
        RangeCost = isDense ? inner.RangeCost : (int)Math.Min(((long)(size / every) + 1) * inner.RangeCost, StepByStep);
        fillsBetween = isDense || RangeCost < StepByStep;
        Length = inner.Length is { } length ? Segment.LengthOf((((long)length * every) + (size - 1)) / size) : null;
    }

    internal ScheduleNode Inner { get; }

    internal int Size { get; }

    internal int Every { get; }

    /// <summary>The schedule at a ratio of speeds, by the simplest node there is.</summary>
    internal static ScheduleNode Of(ScheduleNode inner, int size, int every)
    {
        int common = GreatestCommonDivisor(size, every);
        (size, every) = (size / common, every / common);
        return every == 1 ? StrideNode.Of(inner, size)
            : size == 1 ? SampleHoldNode.Of(inner, every)
            : new RatioNode(inner, size, every);
    }

    internal override int? Length { get; }

    internal override double At(int step)
    {
        Guard.Step(step);
        return Inner.At(PlaceOf(step));
    }

    internal override (ScheduleNode Part, int Step)? Next(int step, int known, Entry joined) => known == 0 ? (Inner, PlaceOf(step)) : null;

    /// <summary>A step of the inner schedule is entered at the first step that has its value.</summary>
    internal override Entry Join(int step, int known, Entry joined, Entry part) =>
        step == 0 || PlaceOf(step - 1) < PlaceOf(step) ? part : Entry.At(part.Value);

    private protected override int FillRun(int first, Span<double> destination)
    {
        int most = (int)Math.Min((long)(Block - 1) * Every / Size, int.MaxValue - 1) + 1;
        int count = fillsBetween ? Segment.CountBefore(FirstPastTheLast(), first, Math.Min(most, destination.Length)) : 0;
        if (count == 0)
        {
            destination[0] = Walk.ValueAt(this, first);
            return 1;
        }

        Span<double> buffer = FitsOnStack ? stackalloc double[Block] : new double[Block];
        int place = PlaceOf(first);
        Span<double> between = buffer[..(PlaceOf(first + (count - 1)) - place + 1)];
        Inner.Fill(place, between);

        Pick(Size, Every, (long)first * Size % Every, between, destination[..count]);
        return count;
    }

    /// <summary>
    /// The values at <c>⌊(remainder + size·i) / every⌋</c>. The place moves on by the whole quotient, and by one more whenever the
    /// remainders add up to a whole step.
    /// </summary>
    internal static void Pick(long size, long every, long remainder, ReadOnlySpan<double> between, Span<double> destination)
    {
        (long whole, long part) = Math.DivRem(size, every);
        int at = 0;
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = between[at];
            at += (int)whole;
            bool carries = remainder >= every - part;
            remainder += carries ? part - every : part;
            at += carries ? 1 : 0;
        }
    }

    private int PlaceOf(int step) => (int)Math.Min((long)step * Size / Every, int.MaxValue);

    /// <summary>The first step whose place is beyond the last step there is.</summary>
    private long FirstPastTheLast() => (((1L + int.MaxValue) * Every) + (Size - 1)) / Size;

    private static int GreatestCommonDivisor(int a, int b) => b == 0 ? a : GreatestCommonDivisor(b, a % b);
}
