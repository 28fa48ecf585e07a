namespace LrMath.Structure;

/// <summary>A geometric decay without an end.</summary>
internal sealed record GeometricNode : ScheduleNode
{
    private readonly Geometric decay;
    private readonly double[] powers = new double[Geometric.Block];

    internal GeometricNode(double initial, double gamma, double every)
    {
        decay = new(initial, Geometric.Rate(1, gamma, every), 0);
        decay.Powers(powers);
    }

    internal override double At(int step)
    {
        Guard.Step(step);
        return decay.At(step, powers);
    }

    internal override void Fill(int first, Span<double> destination) => decay.Fill(first, destination, powers);

    internal override void Fill(int first, Span<float> destination) => decay.Fill(first, destination, powers);

    internal override void FoldInto<TFold, T>(TFold fold, int first, ReadOnlySpan<double> values, Span<T> destination) =>
        decay.FoldInto(fold, first, values, destination, powers);
}
