namespace LrMath.Structure;

/// <summary>Cycles with a warm-up before each, up to the first value of the cycle.</summary>
internal sealed record WarmedCyclesNode(ScheduleNode Cycles, CycleStarts Starts, int Steps, double From, ShapeFormula Warmup)
    : ScheduleNode(Warmup.RangeCost, Cycles)
{
    internal override double At(int step)
    {
        Guard.Step(step);
        long index = Starts.IndexAt(step, Steps);
        long local = step - Starts.WithWarmups(index, Steps);
        return local < Steps ? Warmup.At(WarmupOf(index), (int)local) : Cycles.At((int)(step - ((index + 1) * Steps)));
    }

    private protected override int FillRun(int first, Span<double> destination)
    {
        long index = Starts.IndexAt(first, Steps);
        long start = Starts.WithWarmups(index, Steps);
        int inWarmup = Segment.CountBefore(start + Steps, first, destination.Length);
        if (inWarmup > 0)
        {
            Warmup.Fill(WarmupOf(index), (int)(first - start), destination[..inWarmup]);
            return inWarmup;
        }

        int inCycle = Segment.CountBefore(Starts.WithWarmups(index + 1, Steps), first, destination.Length);
        Cycles.Fill((int)(first - ((index + 1) * Steps)), destination[..inCycle]);
        return inCycle;
    }

    private Segment WarmupOf(long index) => new(From, Cycles.At((int)Starts.First(index)), 0, Steps);
}
