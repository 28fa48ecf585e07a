namespace LrMath.Structure;

/// <summary>
/// <c>Size</c> steps of a schedule in every <c>Every</c> steps, in lowest terms. Where the place in the schedule would be beyond
/// <see cref="int.MaxValue"/>, its value at that step is held.
/// </summary>
internal sealed record StrideNode : PacedNode
{
    private readonly bool fillsBetween;

    private StrideNode(ScheduleNode inner, int size, int every)
        : base(inner)
    {
        (Size, Every) = (size, every);

        // A range computes all inner steps between its own. Where that costs more than single steps, single steps are computed. At a pace
        // of at most 1 a range computes no inner step that it does not need.
        bool isDense = size < every;
        RangeCost = isDense ? inner.RangeCost : (int)Math.Min((long)Math.Ceiling((double)size / every) * inner.RangeCost, StepByStep);
        fillsBetween = isDense || RangeCost < StepByStep;
        Length = inner.Length is { } length ? Segment.LengthOf((((long)length * every) + (size - 1)) / size) : null;
    }

    internal int Size { get; }

    internal int Every { get; }

    internal override int? Length { get; }

    /// <summary>
    /// The schedule at a ratio of speeds, by the simplest node there is. Whole strides of a whole stride are one, and a stride of 1 is the
    /// schedule itself.
    /// </summary>
    internal static ScheduleNode Of(ScheduleNode inner, int size, int every)
    {
        int common = GreatestCommonDivisor(size, every);
        (size, every) = (size / common, every / common);
        return size == 1 ? SampleHoldNode.Of(inner, every)
            : every == 1 && inner is StrideNode { Every: 1 } other && (long)other.Size * size <= int.MaxValue
                ? new StrideNode(other.Inner, other.Size * size, 1)
            : new StrideNode(inner, size, every);
    }

    internal override double At(int step)
    {
        Guard.Step(step);
        return Inner.At(PlaceOf(step));
    }

    private protected override int FillRun(int first, Span<double> destination)
    {
        int most = (int)Math.Min((long)(Block - 1) * Every / Size, int.MaxValue - 1) + 1;
        int count = fillsBetween ? Segment.CountBefore(FirstHeld(), first, Math.Min(most, destination.Length)) : 0;
        if (count == 0)
        {
            return FillStepByStep(first, destination);
        }

        Span<double> buffer = FitsOnStack ? stackalloc double[Block] : new double[Block];
        int place = PlaceOf(first);
        Span<double> between = buffer[..(PlaceOf(first + (count - 1)) - place + 1)];
        Inner.Fill(place, between);
        VectorLoops.Pick(Size, Every, (long)first * Size % Every, between, destination[..count]);
        return count;
    }

    // Most strides are whole, and a division takes longer than all else.
    private protected override int PlaceOf(int step) =>
        (int)Math.Min(Every == 1 ? (long)step * Size : (long)step * Size / Every, int.MaxValue);

    /// <summary>The first step whose place is beyond <see cref="int.MaxValue"/>.</summary>
    private long FirstHeld() => (((1L + int.MaxValue) * Every) + (Size - 1)) / Size;

    private static int GreatestCommonDivisor(int a, int b) => b == 0 ? a : GreatestCommonDivisor(b, a % b);
}
