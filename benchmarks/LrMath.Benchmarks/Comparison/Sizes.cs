namespace LrMath.Benchmarks.Comparison;

/// <summary>How many values: in the cache, out of it, and for two threads.</summary>
internal sealed record Sizes(int InCache, int OutOfCache, int Parallel)
{
    public static Sizes Full { get; } = new(16_384, 4 << 20, 100_000_000);

    public static Sizes Quick { get; } = new(16_384, 1 << 20, 4_000_000);
}
