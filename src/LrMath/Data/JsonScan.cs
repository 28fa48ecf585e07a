using System.Text;
using System.Text.Json;

namespace LrMath.Data;

/// <summary>A first pass over a text, which finds out whether it is JSON and within the limits before anything is made of it.</summary>
internal static class JsonScan
{
    /// <summary>The bytes of a text that is within the limits.</summary>
    /// <exception cref="ScheduleJsonException">It is too long, or half of a character is missing.</exception>
    internal static byte[] Bytes(string text)
    {
        string legal = FormattableString.Invariant($"at most {JsonLimits.Bytes} bytes");
        if (text.Length > JsonLimits.Bytes)
        {
            throw new ScheduleJsonException("$", FormattableString.Invariant($"{text.Length} characters"), legal);
        }

        try
        {
            byte[] bytes = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetBytes(text);
            return bytes.Length <= JsonLimits.Bytes
                ? bytes
                : throw new ScheduleJsonException("$", FormattableString.Invariant($"{bytes.Length} bytes"), legal);
        }
        catch (EncoderFallbackException half)
        {
            throw new ScheduleJsonException("$", "half of a surrogate pair", "text", inner: half);
        }
    }

    /// <summary>Checks a whole text.</summary>
    /// <exception cref="ScheduleJsonException">It is not one JSON value, or it is not within the limits.</exception>
    internal static void Check(ReadOnlySpan<byte> text, JsonReaderOptions options)
    {
        // One level more than is legal, so that the message can say where it is.
        Utf8JsonReader reader = new(text, options with { MaxDepth = JsonLimits.Depth + 1 });
        var levels = new Level[JsonLimits.Depth + 2];
        int values = 0;
        try
        {
            while (reader.Read())
            {
                JsonTokenType token = reader.TokenType;
                if (token is JsonTokenType.EndObject or JsonTokenType.EndArray)
                {
                    continue;
                }

                int depth = reader.CurrentDepth;
                if (token is JsonTokenType.PropertyName or JsonTokenType.String)
                {
                    // Throws where an escape is half of a character.
                    string name = reader.GetString()!;
                    levels[depth] = token == JsonTokenType.PropertyName ? levels[depth] with { Name = name } : levels[depth];
                }

                if (token == JsonTokenType.PropertyName)
                {
                    continue;
                }

                levels[depth] = levels[depth] with { Count = levels[depth].Count + 1 };
                bool opens = token is JsonTokenType.StartObject or JsonTokenType.StartArray;
                if (opens)
                {
                    levels[depth + 1] = new Level(token == JsonTokenType.StartArray, 0, null);
                }

                Within(++values, JsonLimits.Values, "values in all", levels, reader);
                Within(levels[depth].IsList ? levels[depth].Count : 0, JsonLimits.List, "elements of a list", levels, reader);
                Within(opens ? depth + 1 : 0, JsonLimits.Depth, "objects and lists within one another", levels, reader);
            }
        }
        catch (JsonException mistake) when (mistake is not ScheduleJsonException)
        {
            string path = Path(levels, reader.CurrentDepth);
            throw new ScheduleJsonException(
                path,
                Reason(mistake),
                "JSON",
                line: mistake.LineNumber,
                position: mistake.BytePositionInLine,
                inner: mistake
            );
        }
        catch (InvalidOperationException half)
        {
            throw new ScheduleJsonException(Path(levels, reader.CurrentDepth), "half of a surrogate pair", "text", inner: half);
        }
    }

    private static void Within(int count, int most, string what, Level[] levels, in Utf8JsonReader reader)
    {
        if (count > most)
        {
            string found = FormattableString.Invariant($"more than {most} {what}");
            throw new ScheduleJsonException(Path(levels, reader.CurrentDepth), found, FormattableString.Invariant($"at most {most}"));
        }
    }

    // "'x' is an invalid start of a value. LineNumber: 0 | BytePositionInLine: 3." without what is said anyhow.
    private static string Reason(JsonException mistake)
    {
        string message = mistake.Message;
        int end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        string reason = (end < 0 ? message : message[..end]).TrimEnd('.');
        return $"what is not: {(reason.Length <= 160 ? reason : $"{reason.AsSpan(0, 157)}…")}";
    }

    private static string Path(Level[] levels, int depth)
    {
        JsonPlace place = JsonPlace.Root;
        for (int i = 1; i <= depth; i++)
        {
            place =
                levels[i].IsList ? place.At(Math.Max(levels[i].Count - 1, 0))
                : levels[i].Name is { } name ? place.At(Short(name))
                : place;
        }

        return place.ToString();
    }

    private static string Short(string name) => name.Length <= 60 ? name : $"{name.AsSpan(0, 57)}…";

    /// <summary>An object or a list that is open: the name read last, or the number of elements so far.</summary>
    private readonly record struct Level(bool IsList, int Count, string? Name);
}
