namespace LrMath.Benchmarks.Comparison;

/// <summary>What ranges are written into; all entrants of a size share it.</summary>
internal sealed class Buffers(int length)
{
    public double[] Doubles { get; } = new double[length];

    public float[] Floats { get; } = new float[length];
}
