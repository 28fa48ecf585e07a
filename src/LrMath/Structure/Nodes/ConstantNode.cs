namespace LrMath.Structure;

/// <summary>One value at all steps.</summary>
internal sealed record ConstantNode(double Value) : ScheduleNode
{
    internal override Straight[] Pieces => [Straight.Level(0, Value)];

    internal override double At(int step)
    {
        Guard.Step(step);
        return Value;
    }

    private protected override int FillRun(int first, Span<double> destination) => Hold(Value, destination);
}
