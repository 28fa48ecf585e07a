namespace LrMath.Playground.Model;

/// <summary>A curve of the list.</summary>
/// <param name="Schedule">A list of a builder and the verbs on it, as JSON has it.</param>
/// <param name="Policy">A list of a policy that scales the schedule and the verbs on it, as JSON has it; null for none.</param>
/// <param name="IsShown">Whether it is drawn.</param>
public sealed record CurveState(Series Schedule, Series? Policy = null, bool IsShown = true);
