using LrMath.Analysis;
using static System.FormattableString;

namespace LrMath.Logs.Reports;

/// <summary>What was identified, in sentences.</summary>
internal static class IdentifiedWords
{
    /// <summary>The expression, or that there is none.</summary>
    public static string Headline(Identified found) => LogWords.Short(found.Expression) ?? "No short expression explains this log.";

    /// <summary>How well it explains the log, and what the log leaves open.</summary>
    public static IEnumerable<string> Notes(RunLog log, Identified found)
    {
        yield return LogWords.Taken(log);
        if (found.Unexplained == 0)
        {
            string worst = Invariant($"the largest deviation is {found.Worst:0.##} of a unit of the last digit");
            yield return Invariant($"Every row is explained: {worst}, the typical one {found.Typical:0.##}.");
        }
        else
        {
            string rows = LogFile.Count(found.Unexplained, "row");
            yield return Invariant($"Not explained from {log.StepName} {found.FirstUnexplained} on: {rows} of {log.Log.Steps.Count}.");
        }

        foreach (string open in found.Open)
        {
            yield return open;
        }
    }

    /// <summary>The step to be marked in a picture.</summary>
    public static (int Step, string Text)? Mark(Identified found) =>
        found.FirstUnexplained is { } first ? (first, "not explained from here on") : null;
}
