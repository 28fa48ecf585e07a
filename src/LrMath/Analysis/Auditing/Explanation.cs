namespace LrMath.Analysis.Auditing;

/// <summary>A fault that explains a log.</summary>
internal sealed record Explanation(Verdict Verdict, int? At, double? By, Func<int, double> Schedule, string? Argument = null)
{
    /// <summary>How likely a number is so round by chance, for a place or an amount that the digits leave open.</summary>
    public double Chance { get; init; } = 1;
}
