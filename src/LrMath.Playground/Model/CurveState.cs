namespace LrMath.Playground.Model;

/// <summary>A curve of the list.</summary>
/// <param name="Schedule">A list of a builder and the verbs on it, as JSON has it.</param>
/// <param name="Policy">A policy that scales the schedule; null for none.</param>
/// <param name="IsShown">Whether it is drawn.</param>
public sealed record CurveState(Series Schedule, Term? Policy = null, bool IsShown = true);
