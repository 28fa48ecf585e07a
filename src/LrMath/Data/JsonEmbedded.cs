using System.Text.Json;

namespace LrMath.Data;

/// <summary>A value of ours within a text of somebody else's.</summary>
internal static class JsonEmbedded
{
    internal static T Read<T>(ref Utf8JsonReader reader, JsonSerializerOptions options, Func<JsonPlace, JsonElement, T> read)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        try
        {
            string text = document.RootElement.GetRawText();
            JsonScan.Check(
                JsonScan.Bytes(text),
                new JsonReaderOptions { AllowTrailingCommas = options.AllowTrailingCommas, CommentHandling = options.ReadCommentHandling }
            );
            return read(JsonPlace.Root, document.RootElement);
        }
        catch (ScheduleJsonException mistake)
        {
            throw mistake.Within();
        }
    }

    internal static void Write(Utf8JsonWriter writer, Func<JsonPlace, JsonPart> write)
    {
        try
        {
            string text = write(JsonPlace.Root).OnOneLine();
            JsonScan.Check(JsonScan.Bytes(text), default);
            writer.WriteRawValue(text);
        }
        catch (ScheduleJsonException mistake)
        {
            throw mistake.Within();
        }
    }
}
