using LrMath.ClosedLoop;

namespace LrMath.Import;

/// <summary>What was read from another library's text.</summary>
/// <param name="Source">Which library's which scheduler it is, in that library's own words.</param>
/// <param name="Schedule">
/// The rate at each step, counted from the start of the run: zero-based index of the optimizer update in, rate out.
/// </param>
public sealed record Imported(string Source, Func<int, double> Schedule)
{
    /// <summary>The momentum (Adam's β1) at each step, where the scheduler drives it; else null.</summary>
    public Func<int, double>? Momentum { get; init; }

    /// <summary>The step at which a saved state stands: the next update uses <c>Schedule(Step)</c>. Null where no state was read.</summary>
    public int? Step { get; init; }

    /// <summary>The schedule of each parameter group. The first is <see cref="Schedule"/>.</summary>
    public IReadOnlyList<Func<int, double>> Groups { get; init; } = [Schedule];

    /// <summary>A plateau policy, to be used as <c>Schedule.Under(policy)</c>; null where none was read.</summary>
    public Plateau? Policy { get; init; }

    /// <summary>The state of <see cref="Policy"/>; null where none was read.</summary>
    public PlateauState? PolicyState { get; init; }

    /// <summary>What the reader had to assume, one sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
