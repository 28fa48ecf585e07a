namespace LrMath.Logs.Reports;

/// <summary>What is said of a log whatever was asked of it.</summary>
internal static class LogWords
{
    /// <summary>An expression as it stands after <c>using static LrMath.Schedule</c>.</summary>
    public static string? Short(string? expression) => expression?.Replace("Schedule.", "", StringComparison.Ordinal);

    /// <summary>What was taken from a log, in a sentence.</summary>
    public static string Taken(RunLog log)
    {
        string resumed = log.Replaced > 0 ? $", {LogFile.Count(log.Replaced, "row")} of them written anew after a resume" : "";
        string skipped = log.Skipped > 0 ? $"; {LogFile.Count(log.Skipped, "row")} without a rate left out" : "";
        return $"{log.RateName} by {log.StepName}, {LogFile.Count(log.Log.Steps.Count, "row")}{resumed}{skipped}.";
    }
}
