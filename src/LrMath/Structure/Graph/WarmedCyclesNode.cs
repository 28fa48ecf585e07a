namespace LrMath.Structure;

/// <summary>Cycles with a warm-up before each, up to the first value of the cycle.</summary>
internal sealed record WarmedCyclesNode(ScheduleNode Cycles, CycleStarts Starts, int Steps, double From, ShapeFormula Warmup)
    : ScheduleNode(Warmup.RangeCost, Cycles)
{
    internal override double At(int step)
    {
        Guard.Step(step);
        long index = Starts.IndexAt(step);
        long local = step - Starts.First(index);
        return local < Steps ? Warmup.At(WarmupOf(index), (int)local) : Cycles.At(WithoutWarmups(step, index + 1));
    }

    private protected override int FillRun(int first, Span<double> destination)
    {
        long index = Starts.IndexAt(first);
        long start = Starts.First(index);
        int inWarmup = Segment.CountBefore(start + Steps, first, destination.Length);
        if (inWarmup > 0)
        {
            Warmup.Fill(WarmupOf(index), (int)(first - start), destination[..inWarmup]);
            return inWarmup;
        }

        int inCycle = Segment.CountBefore(Starts.First(index + 1), first, destination.Length);
        Cycles.Fill(WithoutWarmups(first, index + 1), destination[..inCycle]);
        return inCycle;
    }

    private Segment WarmupOf(long index) => new(From, Cycles.At(WithoutWarmups(Starts.First(index), index)), 0, Steps);

    /// <summary>The step of the cycles alone, after a number of warm-ups.</summary>
    private int WithoutWarmups(long step, long warmups) => (int)(step - (warmups * Steps));
}
