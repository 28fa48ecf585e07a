namespace LrMath.Structure;

/// <summary>One value at all steps.</summary>
internal sealed record ConstantNode(double Value) : ScheduleNode
{
    internal override LinearPiece[] Pieces => [new(0, Value)];

    internal override int? Length => 0;

    internal override double At(int step)
    {
        Guard.Step(step);
        return Value;
    }

    private protected override int FillRun(int first, Span<double> destination) => Fill(Value, destination);
}
