using System.Text.Json;
using LrMath.Data;
using LrMath.Import;

namespace LrMath.Playground.Model;

/// <summary>What somebody pastes: JSON of LrMath, a configuration of another library, or lines of Python.</summary>
/// <param name="Schedule">The schedule; null if it could not be read.</param>
/// <param name="Message">Where it comes from, or why it could not be read.</param>
internal sealed record Pasted(Series? Schedule, string Message)
{
    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="baseRate">The optimizer's rate, where the text takes it from an optimizer that it does not build.</param>
    /// <param name="totalSteps">The length of the run.</param>
    public static Pasted Read(string text, double? baseRate, int totalSteps)
    {
        try
        {
            if (Own(text) is { } own)
            {
                return new(own, "Read as JSON of LrMath.");
            }

            Imported read = ScheduleImport.Read(text, new ImportOptions { BaseRate = baseRate, TotalSteps = totalSteps });
            string notes = string.Concat(read.Notes.Select(note => $" {note}"));
            return new(ListOf(ScheduleJson.Write(read.Schedule)), $"Read as {read.Source}.{notes}");
        }
        catch (Exception refusal) when (refusal is ImportException or ScheduleJsonException)
        {
            return new(null, refusal.Message);
        }
    }

    /// <summary>The schedule of a JSON text of LrMath, as a list.</summary>
    public static Series ListOf(string json)
    {
        using var document = JsonDocument.Parse(json);
        var term = Term.Of(document.RootElement.GetProperty("schedule"));
        return term as Series ?? new Series([term]);
    }

    private static Series? Own(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("lrmath", out _))
            {
                return null;
            }
        }
        catch (JsonException)
        {
            return null;
        }

        _ = ScheduleJson.Read(text);
        return ListOf(text);
    }
}
