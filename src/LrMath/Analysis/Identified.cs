namespace LrMath.Analysis;

/// <summary>The schedule that a log tells, and how well it explains the log.</summary>
/// <param name="Schedule">The schedule, of the steps that the log counts; null if none explains even the beginning of the log.</param>
/// <param name="Worst">
/// The largest deviation of an explained row, in units of its last digit; half a unit is the most that rounding explains.
/// </param>
/// <param name="Typical">The median deviation of the explained rows, in the same units.</param>
/// <param name="Unexplained">How many rows the schedule does not explain.</param>
/// <param name="FirstUnexplained">The step of the first of them; null if there is none.</param>
/// <param name="Open">What the log leaves open, a sentence each: an end that was not reached, another family that explains it too.</param>
public sealed record Identified(
    Func<int, double>? Schedule,
    double Worst,
    double Typical,
    int Unexplained,
    int? FirstUnexplained,
    IReadOnlyList<string> Open
)
{
    /// <summary>The C# expression of <see cref="Schedule"/>; null if there is none.</summary>
    public string? Expression => Schedule?.Describe();
}
