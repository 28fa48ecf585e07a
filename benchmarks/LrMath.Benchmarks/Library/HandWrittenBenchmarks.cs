using BenchmarkDotNet.Attributes;

namespace LrMath.Benchmarks.Library;

/// <summary>One step of a builder beside the formula by hand.</summary>
[MemoryDiagnoser]
public class HandWrittenBenchmarks
{
    private const int Count = 4096;

    private readonly int[] steps = StepOrders.Shuffled(0, 16_384, Count);

    private Func<int, double> ours = null!;
    private Func<int, double> lambda = null!;

    public static IEnumerable<string> Names => HandWritten.All(16_384).Select(pair => pair.Name);

    [ParamsSource(nameof(Names))]
    public string Name { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        HandWritten pair = HandWritten.All(16_384).Single(pair => pair.Name == Name);
        ours = pair.Ours;
        lambda = pair.Lambda;
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public double ByHand() => StepOrders.Sum(lambda, steps);

    [Benchmark(OperationsPerInvoke = Count)]
    public double Builder() => StepOrders.Sum(ours, steps);
}
