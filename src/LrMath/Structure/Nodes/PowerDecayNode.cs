namespace LrMath.Structure;

/// <summary><c>initial·(timescale / (timescale + step))^power</c>, without an end; with a power below 0 it grows.</summary>
internal sealed record PowerDecayNode : ScheduleNode
{
    // So short that the octaves of all steps there are would make a large table.
    private const double ShortestTimescale = 1.0 / (1 << 16);

    private const int MostOctaves = 1000;

    private readonly PowerCurve curve;

    internal PowerDecayNode(double initial, double timescale, double power) =>
        curve = new PowerCurve(new(new(-power), timescale, timescale, timescale + int.MaxValue), 1, timescale, 0, initial, 0)
            .WithTables(timescale, timescale + int.MaxValue);

    /// <summary>Whether the decay is as tame as most are, and no growth leads near the largest double.</summary>
    internal static bool IsFor(double initial, double timescale, double power) =>
        timescale >= ShortestTimescale && double.IsFinite(timescale + int.MaxValue) && SmallPower.Includes(power)
        && (power > 0 || (-power * (Math.ILogB(1 + (int.MaxValue / timescale)) + 1)) + Math.ILogB(initial) < MostOctaves);

    internal override double At(int step)
    {
        Guard.Step(step);
        return curve.At(step);
    }

    internal override void Fill(int first, Span<double> destination) => curve.Fill(first, destination);

    internal override void Fill(int first, Span<float> destination) => curve.Fill(first, destination);
}
