namespace LrMath.Structure;

/// <summary>A way whose horizon is put off by one period whenever it is reached; the step that reaches it still belongs to the old one.</summary>
internal sealed record HorizonNode(ShapeFormula Shape, double Peak, double Floor, int Period) : ScheduleNode
{
    internal override bool AsksSteps => Shape.AsksSteps;

    internal override double At(int step)
    {
        Guard.Step(step);
        return Shape.At(Way(HorizonAt(step)), step);
    }

    internal override void Fill(int first, Span<double> destination) => FillAny(first, destination);

    internal override void Fill(int first, Span<float> destination) => FillAny(first, destination);

    private void FillAny<T>(int first, Span<T> destination)
        where T : struct
    {
        while (!destination.IsEmpty)
        {
            long horizon = HorizonAt(first);
            int length = Segment.Before(horizon + 1, first, destination.Length);
            Shape.Fill(Way(horizon), first, destination[..length]);
            destination = destination[length..];
            first = destination.IsEmpty ? first : first + length;
        }
    }

    private long HorizonAt(int step) => Period * Math.Max(1, (step + (Period - 1L)) / Period);

    private Segment Way(long horizon) => new(Peak, Floor, 0, horizon);
}
