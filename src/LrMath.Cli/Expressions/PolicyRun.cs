namespace LrMath.Cli.Expressions;

/// <summary>A logged run under a policy.</summary>
/// <param name="Name">The expression of the policy.</param>
/// <param name="Better">Which metrics are better, lower or higher ones, if the policy tells.</param>
/// <param name="Rows">One for each metric.</param>
/// <param name="Rate">Schedule times scale at each step of the run.</param>
internal sealed record PolicyRun(string Name, string? Better, IReadOnlyList<PolicyRow> Rows, Func<int, double> Rate);
