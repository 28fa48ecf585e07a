namespace LrMath.Structure;

/// <summary>A schedule whose values are mapped.</summary>
internal sealed record MapNode<TOperator>(ScheduleNode Inner, TOperator Operator) : ScheduleNode([Inner])
    where TOperator : struct, IUnaryOperator
{
    internal override int? Length { get; } = Inner.Length;

    internal override double At(int step)
    {
        Guard.Step(step);
        return Operator.Invoke(new Scalar(Inner.At(step))).Value;
    }

    internal override (ScheduleNode Part, int Step)? Next(int step, int known, Entry joined) => known == 0 ? (Inner, step) : null;

    internal override Entry Join(int step, int known, Entry joined, Entry part) =>
        new(Operator.Invoke(new Scalar(part.Start)).Value, Operator.Invoke(new Scalar(part.Value)).Value);

    private protected override int FillRun(int first, Span<double> destination)
    {
        Span<double> values = destination[..Math.Min(Block, destination.Length)];
        Inner.Fill(first, values);
        VectorLoops.Map(Operator, values, values);
        return values.Length;
    }
}
