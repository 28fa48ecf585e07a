namespace LrMath.Tests.Golden;

/// <summary>The outcome of one record: what failed, and how far off the worst value is.</summary>
internal sealed record Verdict(
    GoldenRecord Record,
    Defect? Defect,
    IReadOnlyList<string> Failures,
    int Values,
    double Relative,
    double Share
)
{
    public bool Passed => Failures.Count == 0;

    public override string ToString() =>
        $"{Record.Id}: {string.Join("; ", Failures.Take(3))}{(Failures.Count > 3 ? $"; and {Failures.Count - 3} more" : "")}";
}
