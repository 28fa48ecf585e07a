namespace LrMath.Structure;

/// <summary>
/// A ramp whose end moves on by one period whenever it is reached. The step that reaches it still belongs to the old end.
/// </summary>
internal sealed record GrowingHorizonNode(ShapeFormula Shape, double Peak, double Floor, int Period) : ScheduleNode(Shape.RangeCost)
{
    internal override double At(int step)
    {
        Guard.Step(step);
        return Shape.At(To(HorizonAt(step)), step);
    }

    private protected override int FillRun(int first, Span<double> destination)
    {
        // All horizons in one run: a period may be as short as a step.
        long horizon = HorizonAt(first);
        for (int done = 0; done < destination.Length; horizon += Period)
        {
            int step = first + done;
            int count = Segment.CountBefore(horizon + 1, step, destination.Length - done);
            Shape.Fill(To(horizon), step, destination.Slice(done, count));
            done += count;
        }

        return destination.Length;
    }

    private long HorizonAt(int step) => Period * Math.Max(1, (step + (Period - 1L)) / Period);

    private Segment To(long horizon) => new(Peak, Floor, 0, horizon);
}
