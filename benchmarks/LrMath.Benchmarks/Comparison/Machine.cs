using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LrMath.Benchmarks.Comparison;

/// <summary>Where the figures were taken.</summary>
internal static class Machine
{
    public static string Describe() =>
        $"{Processor()}, {Environment.ProcessorCount} cores, {VectorBits()}-bit vectors, {RuntimeInformation.OSDescription}, "
        + $"{RuntimeInformation.FrameworkDescription}";

    private static int VectorBits() =>
        Vector512.IsHardwareAccelerated ? 512
        : Vector256.IsHardwareAccelerated ? 256
        : Vector128.IsHardwareAccelerated ? 128
        : 64;

    private static string Processor()
    {
        const string Linux = "/proc/cpuinfo";
        string? model = File.Exists(Linux)
            ? File.ReadLines(Linux).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return model?[(model.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
            ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER")
            ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
