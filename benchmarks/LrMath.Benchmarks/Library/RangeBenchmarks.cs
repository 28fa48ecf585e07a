using BenchmarkDotNet.Attributes;

namespace LrMath.Benchmarks.Library;

/// <summary>Whole ranges of every builder and verb, in doubles and in floats, beside <c>Span.Fill</c>.</summary>
[MemoryDiagnoser]
public class RangeBenchmarks
{
    private double[] values = [];
    private float[] floats = [];

    [Params(16_384, 4_194_304)]
    public int Steps { get; set; }

    public static IEnumerable<string> Names => Catalogue.All(16_384).Select(subject => subject.Name);

    [ParamsSource(nameof(Names))]
    public string Name { get; set; } = "";

    private Func<int, double> schedule = null!;

    [GlobalSetup]
    public void Setup()
    {
        values = new double[Steps];
        floats = new float[Steps];
        schedule = Catalogue.All(Steps).Single(subject => subject.Name == Name).Schedule;
    }

    [Benchmark(Baseline = true)]
    public void Fill() => values.AsSpan().Fill(0.1);

    [Benchmark]
    public void Doubles() => schedule.Evaluate(0, values);

    [Benchmark]
    public void Floats() => schedule.Evaluate(0, floats);
}
