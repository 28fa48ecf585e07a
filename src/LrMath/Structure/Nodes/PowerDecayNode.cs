namespace LrMath.Structure;

/// <summary><c>initial·(timescale / (timescale + step))^power</c>, without an end.</summary>
internal sealed record PowerDecayNode : ScheduleNode
{
    // So short that the octaves of all steps there are would make a large table.
    private const double ShortestTimescale = 1.0 / (1 << 16);

    private readonly PowerCurve curve;

    internal PowerDecayNode(double initial, double timescale, double power) =>
        curve = new PowerCurve(new(new(-power), timescale, timescale, timescale + int.MaxValue), 1, timescale, 0, initial, 0)
            .WithTables(timescale, timescale + int.MaxValue);

    /// <summary>Whether the decay is as tame as most are.</summary>
    internal static bool IsFor(double timescale, double power) =>
        timescale >= ShortestTimescale && double.IsFinite(timescale + int.MaxValue) && SmallPower.Includes(power);

    internal override double At(int step)
    {
        Guard.Step(step);
        return curve.At(step);
    }

    internal override void Fill(int first, Span<double> destination) => curve.Fill(first, destination);

    internal override void Fill(int first, Span<float> destination) => curve.Fill(first, destination);
}
