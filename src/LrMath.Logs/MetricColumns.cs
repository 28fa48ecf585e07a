namespace LrMath.Logs;

/// <summary>Columns of a log, by name or by number from 1; <see langword="null"/> where one is to be found by its usual name.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Step">The steps of the schedule.</param>
/// <param name="Epoch">What counts the rows, if they are not to be counted by their steps.</param>
internal sealed record MetricColumns(string? Metric, string? Step, string? Epoch);
