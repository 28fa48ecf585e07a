namespace LrMath.Logs;

/// <summary>Columns of a log, by name or by number from 1; <see langword="null"/> where one is to be found by its usual name.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Step">The steps of the schedule.</param>
/// <param name="Epoch">What counts the rows, if they are not to be counted by their steps.</param>
internal sealed record MetricColumns(string? Metric, string? Step, string? Epoch)
{
    /// <summary>The columns that <c>audit</c> reads for a policy: its <c>--column</c> is the one of the rates.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="step">The steps of the rates, which are those of the metrics as well.</param>
    public static MetricColumns OfAudit(string? metric, string? step) => new(metric, step, null) { IsOfAudit = true };

    /// <summary>The option that names the metric, for messages.</summary>
    public string MetricOption => IsOfAudit ? "--metric-column" : "--column";

    /// <summary>The option that names the steps, for messages.</summary>
    public string StepOption => IsOfAudit ? "--step-column" : "--step";

    /// <summary>Whether other ways to place the rows can be advised: <c>audit</c> has no <c>--epoch</c> and no <c>--every</c>.</summary>
    public bool HasOtherCounts => !IsOfAudit;

    private bool IsOfAudit { get; init; }
}
