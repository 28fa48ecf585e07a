using System.Text.Json.Serialization;

namespace LrMath.Playground.Work;

/// <summary>What is asked of a log.</summary>
/// <param name="Task"><c>identify</c>, <c>audit</c> or <c>find</c>.</param>
/// <param name="Intended">The schedule that the run should have followed, as JSON; for an audit.</param>
/// <param name="Step">The column of the steps; null to look for it.</param>
/// <param name="Rate">The column of the rates; null to look for it.</param>
/// <param name="Width">The width of the picture in pixels.</param>
internal sealed record LogRequest(string Task, string? Intended, string? Step, string? Rate, int Width)
{
    /// <summary>The policy that scaled the intended schedule, as a list in JSON; null for none.</summary>
    public string? Policy { get; init; }

    /// <summary>The column of the metric that the policy watched, or of the loss of a range test; null to look for it.</summary>
    public string? Metric { get; init; }

    /// <summary>A regular expression whose named groups are the columns of plain text; null for another file.</summary>
    public string? Pattern { get; init; }
}

/// <summary>What a log tells.</summary>
internal sealed record LogAnswer
{
    /// <summary>Why the log could not be read; null if it was.</summary>
    public string? Fault { get; init; }

    /// <summary>The answer in a sentence.</summary>
    public string Headline { get; init; } = "";

    /// <summary>What else there is to say, a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The picture.</summary>
    public string Svg { get; init; } = "";

    /// <summary>The schedule that explains the log, as JSON; null if none does.</summary>
    public string? Schedule { get; init; }

    /// <summary>The rates that a range test suggests.</summary>
    public IReadOnlyList<SuggestedRate> Suggestions { get; init; } = [];
}

/// <summary>A row of the table of suggestions.</summary>
internal sealed record SuggestedRate(string Name, string Rate, string Line);

[JsonSerializable(typeof(LogRequest))]
[JsonSerializable(typeof(LogAnswer))]
internal sealed partial class LogJson : JsonSerializerContext;
