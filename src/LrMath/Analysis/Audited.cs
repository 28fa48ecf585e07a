namespace LrMath.Analysis;

/// <summary>What an audit has found: the verdict, where and by how much, and the schedule that the run followed.</summary>
/// <param name="Verdict">The verdict. Where two faults happened together, the first that the expression names.</param>
/// <param name="At">
/// The step at which the fault began, for <see cref="Verdict.Restarted"/>, <see cref="Verdict.Jumped"/> and <see cref="Verdict.Stopped"/>;
/// known to a logged row.
/// </param>
/// <param name="By">
/// The amount: steps early, or below zero late (<see cref="Verdict.Shifted"/>, <see cref="Verdict.Jumped"/>); steps of the schedule per
/// update (<see cref="Verdict.Stretched"/>); the factor (<see cref="Verdict.Scaled"/>); the bound (<see cref="Verdict.Clamped"/>); the
/// value that the argument had in the run (<see cref="Verdict.Arguments"/>).
/// </param>
/// <param name="Argument">The argument that was another, such as <c>Warmup.steps</c>, for <see cref="Verdict.Arguments"/>.</param>
/// <param name="Schedule">The schedule that explains the log; null if nothing short does.</param>
/// <param name="FirstDifference">The first logged step whose rate the intended schedule does not explain; null if there is none.</param>
/// <param name="Logged">The rate that was logged there.</param>
/// <param name="Intended">The rate that was intended there.</param>
public sealed record Audited(
    Verdict Verdict,
    int? At,
    double? By,
    string? Argument,
    Func<int, double>? Schedule,
    int? FirstDifference,
    double Logged,
    double Intended
)
{
    /// <summary>The C# expression of <see cref="Schedule"/>; null if there is none.</summary>
    public string? Expression => Schedule?.Describe();
}
