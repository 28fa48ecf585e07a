using BenchmarkDotNet.Attributes;

namespace LrMath.Benchmarks.Library;

/// <summary>One step at a time, at shuffled steps.</summary>
[MemoryDiagnoser]
public class StepBenchmarks
{
    private const int Count = 4096;

    private readonly int[] steps = StepOrders.Shuffled(0, 16_384, Count);

    public static IEnumerable<Subject> Subjects => Catalogue.All(16_384);

    [Benchmark(OperationsPerInvoke = Count)]
    [ArgumentsSource(nameof(Subjects))]
    public double Step(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return StepOrders.Sum(subject.Schedule, steps);
    }
}
