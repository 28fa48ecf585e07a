namespace LrMath.Structure;

/// <summary>A schedule of cycles, each of which waits at its first step for a rise to the value it has there.</summary>
internal sealed record WarmedCyclesNode(ScheduleNode Cycles, CycleStarts Starts, int Steps, double From, ShapeFormula Rise) : ScheduleNode
{
    internal override bool AsksSteps => Cycles.AsksSteps || Rise.AsksSteps;

    internal override double At(int step)
    {
        Guard.Step(step);
        long index = Starts.IndexAt(step, Steps);
        long local = step - Starts.WithRises(index, Steps);
        return local < Steps ? Rise.At(RiseOf(index), (int)local) : Cycles.At((int)(step - ((index + 1) * Steps)));
    }

    internal override void Fill(int first, Span<double> destination) => FillAny(first, destination);

    internal override void Fill(int first, Span<float> destination) => FillAny(first, destination);

    private void FillAny<T>(int first, Span<T> destination)
        where T : struct
    {
        for (long index = Starts.IndexAt(first, Steps); !destination.IsEmpty; index++)
        {
            long start = Starts.WithRises(index, Steps);
            int rising = Segment.Before(start + Steps, first, destination.Length);
            if (rising > 0)
            {
                Rise.Fill(RiseOf(index), (int)(first - start), destination[..rising]);
                destination = destination[rising..];
                first = destination.IsEmpty ? first : first + rising;
            }

            int falling = Segment.Before(Starts.WithRises(index + 1, Steps), first, destination.Length);
            if (falling > 0)
            {
                Cycles.Fill((int)(first - ((index + 1) * Steps)), destination[..falling]);
                destination = destination[falling..];
                first = destination.IsEmpty ? first : first + falling;
            }
        }
    }

    private Segment RiseOf(long index) => new(From, Cycles.At((int)Starts.First(index)), 0, Steps);
}
