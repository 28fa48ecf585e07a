namespace LrMath.Structure;

/// <summary>One value for ever.</summary>
internal sealed record ConstantNode(double Value) : ScheduleNode
{
    internal override double At(int step)
    {
        Guard.Step(step);
        return Value;
    }

    internal override void Fill(int first, Span<double> destination) => destination.Fill(Value);

    internal override void Fill(int first, Span<float> destination) => destination.Fill((float)Value);
}
