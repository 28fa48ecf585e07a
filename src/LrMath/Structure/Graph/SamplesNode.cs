using LrMath.Data;

namespace LrMath.Structure;

/// <summary>
/// A schedule over samples at the updates of a growing batch. Where the step of the inner schedule would be beyond
/// <see cref="int.MaxValue"/>, its value at that step is held.
/// </summary>
internal sealed record SamplesNode : PacedNode
{
    private readonly BatchRamp batches;
    private readonly long samplesPerStep;

    private SamplesNode(ScheduleNode inner, BatchRamp batches, long samplesPerStep)
        : base(inner)
    {
        (this.batches, this.samplesPerStep) = (batches, samplesPerStep);
        RangeCost = batches.Stages.Max(stage => CostAt(stage.BatchSize));
        Length = inner.Length is { } length ? batches.StepsFor((Int128)length * samplesPerStep) : null;
    }

    /// <summary>The schedule at the pace of the samples, by the simplest node there is.</summary>
    internal static ScheduleNode Of(ScheduleNode inner, BatchRamp batches, long samplesPerStep) =>
        batches.Stages is [(_, <= int.MaxValue and var size)] && samplesPerStep <= int.MaxValue
            ? StrideNode.Of(inner, (int)size, (int)samplesPerStep)
            : new SamplesNode(inner, batches, samplesPerStep);

    internal override int? Length { get; }

    internal override double At(int step)
    {
        Guard.Step(step);
        return Inner.At(PlaceOf(step));
    }

    private protected override int FillRun(int first, Span<double> destination)
    {
        BatchStage stage = batches.StageAt(first);
        (Int128 place, Int128 remainder) = Int128.DivRem(stage.SamplesBefore(first), samplesPerStep);
        if (place >= int.MaxValue)
        {
            return Fill(Walk.ValueAt(Inner, int.MaxValue), destination);
        }

        int count = CostAt(stage.Size) < StepByStep || stage.Size <= samplesPerStep ? CountInBlock(stage, first, destination.Length) : 1;
        if (count == 1)
        {
            return FillStepByStep(first, destination[..Segment.CountBefore(stage.End, first, destination.Length)]);
        }

        Span<double> buffer = FitsOnStack ? stackalloc double[Block] : new double[Block];
        Span<double> between = buffer[..(PlaceOf(first + (count - 1)) - (int)place + 1)];
        Inner.Fill((int)place, between);
        VectorLoops.Pick(stage.Size, samplesPerStep, (long)remainder, between, destination[..count]);
        return count;
    }

    // Up to this pace, no step lies between two that are needed; see StrideNode.
    private int CostAt(long size) =>
        size <= samplesPerStep ? Inner.RangeCost : (int)Int128.Min(((Int128)(size / samplesPerStep) + 1) * Inner.RangeCost, StepByStep);

    /// <summary>How many steps of a stage, from one on, have their places within one block.</summary>
    private int CountInBlock(BatchStage stage, int first, int most)
    {
        Int128 seen = stage.SamplesBefore(first);
        var last = Int128.Min((seen / samplesPerStep) + Block - 1, int.MaxValue);
        Int128 steps = ((((last + 1) * samplesPerStep) - 1 - seen) / stage.Size) + 1;
        return (int)Int128.Min(Int128.Min(steps, stage.End - first), most);
    }

    private protected override int PlaceOf(int step) =>
        (int)Int128.Min(batches.StageAt(step).SamplesBefore(step) / samplesPerStep, int.MaxValue);
}
