namespace LrMath.Benchmarks;

/// <summary>A schedule under measurement, and the name it has in tables.</summary>
public sealed record Subject(string Name, Func<int, double> Schedule)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
