namespace LrMath.Analysis.Auditing;

/// <summary>A fault that explains a log.</summary>
internal sealed record Explanation(Verdict Verdict, int? At, double? By, Func<int, double> Schedule, string? Argument = null);
