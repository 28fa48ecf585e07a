namespace LrMath.Structure;

/// <summary>Cycles with a warm-up before each, up to the first value of the cycle.</summary>
internal sealed record WarmedCyclesNode(ScheduleNode Cycles, CycleStarts Starts, int Steps, double From, ShapeFormula Rise)
    : ScheduleNode(Rise.RangeCost, Cycles)
{
    internal override double At(int step)
    {
        Guard.Step(step);
        long index = Starts.IndexAt(step, Steps);
        long local = step - Starts.WithRises(index, Steps);
        return local < Steps ? Rise.At(RiseOf(index), (int)local) : Cycles.At((int)(step - ((index + 1) * Steps)));
    }

    private protected override int FillRun(int first, Span<double> destination)
    {
        long index = Starts.IndexAt(first, Steps);
        long start = Starts.WithRises(index, Steps);
        int rising = Segment.CountBefore(start + Steps, first, destination.Length);
        if (rising > 0)
        {
            Rise.Fill(RiseOf(index), (int)(first - start), destination[..rising]);
            return rising;
        }

        int falling = Segment.CountBefore(Starts.WithRises(index + 1, Steps), first, destination.Length);
        Cycles.Fill((int)(first - ((index + 1) * Steps)), destination[..falling]);
        return falling;
    }

    private Segment RiseOf(long index) => new(From, Cycles.At((int)Starts.First(index)), 0, Steps);
}
