namespace LrMath.Structure;

/// <summary>A schedule whose values are mapped.</summary>
internal sealed record MapNode<TOperator>(ScheduleNode Inner, TOperator Map) : ScheduleNode
    where TOperator : struct, IUnaryOperator
{
    internal override bool IsStepByStep => Inner.IsStepByStep;

    internal override double At(int step)
    {
        Guard.Step(step);
        return Map.Invoke(new Scalar(Inner.At(step))).Value;
    }

    private protected override int FillRun(int first, Span<double> destination)
    {
        Span<double> values = destination[..Math.Min(Block, destination.Length)];
        Inner.Fill(first, values);
        VectorLoops.Map(Map, values, values);
        return values.Length;
    }
}
