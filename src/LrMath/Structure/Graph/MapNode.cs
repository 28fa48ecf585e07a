namespace LrMath.Structure;

/// <summary>A schedule whose values are mapped.</summary>
internal sealed record MapNode<TOperator>(ScheduleNode Inner, TOperator Operator) : ScheduleNode
    where TOperator : struct, IUnaryOperator
{
    internal override bool IsStepByStep => Inner.IsStepByStep;

    internal override double At(int step)
    {
        Guard.Step(step);
        return Operator.Invoke(new Scalar(Inner.At(step))).Value;
    }

    internal override Entry EntryAt(int step)
    {
        Entry inner = Inner.EntryAt(step);
        return new(Operator.Invoke(new Scalar(inner.Start)).Value, Operator.Invoke(new Scalar(inner.Value)).Value);
    }

    private protected override int FillRun(int first, Span<double> destination)
    {
        Span<double> values = destination[..Math.Min(Block, destination.Length)];
        Inner.Fill(first, values);
        VectorLoops.Map(Operator, values, values);
        return values.Length;
    }
}
