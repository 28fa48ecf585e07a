using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LrMath.Logs;

/// <summary>
/// Logs in JSON: an object on each line, or a document with a list of objects, as Hugging Face's <c>trainer_state.json</c> has one in
/// <c>log_history</c>. Objects within objects are columns with a dot in their name.
/// </summary>
internal static partial class JsonRows
{
    private const int LongestDocument = 100_000_000;

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Whether a text begins as JSON does, and not as a line of a log with its time or a Python dictionary in front.</summary>
    public static bool Are(string text) => Beginning().IsMatch(text);

    /// <summary>Reads all objects.</summary>
    /// <exception cref="UserErrorException">The text is not JSON, or holds no list of objects.</exception>
    public static ParsedRows Read(string path, StreamReader text)
    {
        string? first = text.ReadLine();
        while (first is not null && string.IsNullOrWhiteSpace(first))
        {
            first = text.ReadLine();
        }

        if (first is null || !IsObject(first))
        {
            return Document(path, first + "\n" + Rest(path, text));
        }

        // An object alone may hold a list for each name.
        string? second = text.ReadLine();
        while (second is not null && string.IsNullOrWhiteSpace(second))
        {
            second = text.ReadLine();
        }

        return second is null && HasColumns(path, first) ? Document(path, first) : Lines(path, first, second, text);
    }

    // A document is in memory as a whole, ten times as large as its text.
    private static string Rest(string path, StreamReader text)
    {
        StringBuilder rest = new();
        char[] block = new char[1 << 16];
        for (int read = text.Read(block); read > 0; read = text.Read(block))
        {
            if (rest.Length + read > LongestDocument)
            {
                throw new UserErrorException(
                    FormattableString.Invariant(
                        $"{path} is a JSON document of more than {LongestDocument:N0} characters, the most that are read"
                    )
                );
            }

            rest.Append(block, 0, read);
        }

        return rest.ToString();
    }

    private static bool IsObject(string line)
    {
        try
        {
            using var parsed = JsonDocument.Parse(WithQuotedNaN(line), Lenient);
            return parsed.RootElement.ValueKind == JsonValueKind.Object
                && !parsed.RootElement.EnumerateObject().Any(property => IsListOfObjects(property.Value));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool HasColumns(string path, string line)
    {
        using var parsed = JsonDocument.Parse(WithQuotedNaN(line), Lenient);
        return AddColumns(new ParsedRows(path), parsed.RootElement);
    }

    private static ParsedRows Lines(string path, string first, string? second, StreamReader text)
    {
        var rows = new ParsedRows(path);
        long number = 0;
        for (string? line = first; line is not null; line = number == 1 ? second : text.ReadLine())
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                using var parsed = JsonDocument.Parse(WithQuotedNaN(line), Lenient);
                if (parsed.RootElement.ValueKind == JsonValueKind.Object)
                {
                    rows.Add(number, Values(parsed.RootElement, ""));
                }
            }
            catch (JsonException problem)
            {
                throw new UserErrorException($"{path}:{number}: this line is not a whole JSON object", problem);
            }
        }

        return rows;
    }

    private static ParsedRows Document(string path, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(WithQuotedNaN(text));
        try
        {
            using var document = JsonDocument.Parse(bytes, Lenient);
            var rows = new ParsedRows(path);
            if (AddPoints(rows, document.RootElement) || AddColumns(rows, document.RootElement))
            {
                return rows;
            }

            JsonElement list =
                List(document.RootElement)
                ?? throw new UserErrorException($"{path} is JSON, but has no list of objects such as log_history");
            long[] lines = LinesOfObjects(bytes, list.GetArrayLength(), document.RootElement.ValueKind == JsonValueKind.Array ? 1 : 2);
            int at = 0;
            foreach (JsonElement entry in list.EnumerateArray())
            {
                if (entry.ValueKind == JsonValueKind.Object)
                {
                    rows.Add(at < lines.Length ? lines[at] : 0, Values(entry, ""));
                }

                at++;
            }

            return rows;
        }
        catch (JsonException problem)
        {
            throw new UserErrorException($"{path}:{problem.LineNumber + 1}: the JSON ends or breaks here", problem);
        }
    }

    // What TensorBoard downloads: wall time, step and value.
    private static bool AddPoints(ParsedRows rows, JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Array || root.GetArrayLength() == 0 || !root.EnumerateArray().All(IsPoint))
        {
            return false;
        }

        foreach (JsonElement point in root.EnumerateArray())
        {
            rows.Add(1, [("wall_time", point[0].GetRawText()), ("step", point[1].GetRawText()), ("value", point[2].GetRawText())]);
        }

        return true;
    }

    private static bool IsPoint(JsonElement entry) =>
        entry.ValueKind == JsonValueKind.Array
        && entry.GetArrayLength() == 3
        && entry.EnumerateArray().All(number => number.ValueKind == JsonValueKind.Number);

    // A history as Keras has it: a list of numbers for each name.
    private static bool AddColumns(ParsedRows rows, JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        JsonProperty[] lists = [.. root.EnumerateObject().Where(property => IsListOfNumbers(property.Value))];
        int count = lists.Length > 0 ? lists.Max(list => list.Value.GetArrayLength()) : 0;
        if (count < 2 || root.EnumerateObject().Any(property => IsListOfObjects(property.Value)))
        {
            return false;
        }

        for (int i = 0; i < count; i++)
        {
            int row = i;
            rows.Add(
                1,
                lists
                    .Where(list => list.Value.GetArrayLength() == count)
                    .Select(list => (list.Name, list.Value[row].ValueKind == JsonValueKind.Null ? "" : Text(list.Value[row])))
            );
        }

        return true;
    }

    private static bool IsListOfNumbers(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array
        && value.GetArrayLength() > 1
        && value.EnumerateArray().All(entry => entry.ValueKind is JsonValueKind.Number or JsonValueKind.Null or JsonValueKind.String);

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static JsonElement? List(JsonElement root)
    {
        if (IsListOfObjects(root))
        {
            return root;
        }

        if (root.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        return root.TryGetProperty("log_history", out JsonElement history) && history.ValueKind == JsonValueKind.Array
            ? history
            : root.EnumerateObject()
                .Select(property => property.Value)
                .Where(IsListOfObjects)
                .Select(list => (JsonElement?)list)
                .FirstOrDefault();
    }

    private static bool IsListOfObjects(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array
        && value.GetArrayLength() > 0
        && value.EnumerateArray().All(entry => entry.ValueKind == JsonValueKind.Object);

    /// <summary>
    /// The lines on which the objects of the list begin: the objects at its depth of the first array that has as many of them.
    /// </summary>
    private static long[] LinesOfObjects(byte[] bytes, int count, int depth)
    {
        var reader = new Utf8JsonReader(
            bytes,
            new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip }
        );
        List<long> lines = [];
        (long line, int counted) = (1, 0);
        while (reader.Read())
        {
            int at = (int)reader.TokenStartIndex;
            line += bytes.AsSpan(counted, at - counted).Count((byte)'\n');
            counted = at;
            if (reader.TokenType == JsonTokenType.StartArray && reader.CurrentDepth == depth - 1)
            {
                lines.Clear();
            }

            if (reader.TokenType == JsonTokenType.StartObject && reader.CurrentDepth == depth)
            {
                lines.Add(line);
            }

            if (reader.TokenType == JsonTokenType.EndArray && reader.CurrentDepth == depth - 1 && lines.Count == count)
            {
                break;
            }
        }

        return [.. lines];
    }

    private static IEnumerable<(string Name, string Value)> Values(JsonElement entry, string prefix)
    {
        foreach (JsonProperty property in entry.EnumerateObject())
        {
            string name = prefix + property.Name;
            if (property.Value.ValueKind == JsonValueKind.Object)
            {
                foreach ((string, string) inner in Values(property.Value, name + "."))
                {
                    yield return inner;
                }
            }
            else if (property.Value.ValueKind == JsonValueKind.Array)
            {
                // A list of the rates of parameter groups; the first group is the one that is meant.
                if (property.Value.GetArrayLength() > 0 && property.Value[0].ValueKind == JsonValueKind.Number)
                {
                    yield return (name, property.Value[0].GetRawText());
                }
            }
            else if (property.Value.ValueKind is JsonValueKind.Number)
            {
                yield return (name, property.Value.GetRawText());
            }
            else if (property.Value.ValueKind is JsonValueKind.String)
            {
                yield return (name, property.Value.GetString()!);
            }
        }
    }

    [GeneratedRegex(@"^\s*(?:\{\s*(?:""|\}|$)|\[\s*(?:[\[{""\]]|$|-?\d[\d.eE+-]*\s*,\s*-?\d))")]
    private static partial Regex Beginning();

    // Python writes NaN and Infinity, which JSON does not have.
    private static string WithQuotedNaN(string text) =>
        text.Contains("NaN", StringComparison.Ordinal) || text.Contains("Infinity", StringComparison.Ordinal)
            ? NaN().Replace(text, "\"$1\"")
            : text;

    [GeneratedRegex(@"(?<=[:\[,]\s*)(-?Infinity|NaN)(?=\s*[,}\]])")]
    private static partial Regex NaN();
}
