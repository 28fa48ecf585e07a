namespace LrMath.Structure;

/// <summary>One value for ever.</summary>
internal sealed record ConstantNode(double Value) : ScheduleNode
{
    internal override Straight[] Pieces => [Straight.Level(0, Value)];

    internal override double At(int step)
    {
        Guard.Step(step);
        return Value;
    }

    internal override void Fill(int first, Span<double> destination) => Ranges.Hold(Value, destination);

    internal override void Fill(int first, Span<float> destination) => Ranges.Hold(Value, destination);

    internal override void FoldInto<TFold, T>(TFold fold, int first, ReadOnlySpan<double> values, Span<T> destination) =>
        Ranges.FoldSteps(fold, new Level(Value), first, values, destination);
}
