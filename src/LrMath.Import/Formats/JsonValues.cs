using System.Text.Json;
using System.Text.RegularExpressions;
using LrMath.Import.Values;

namespace LrMath.Import.Formats;

/// <summary>JSON as Python writes it (bare NaN and Infinity are numbers), in the values that Python text has as well.</summary>
internal static partial class JsonValues
{
#if NET10_0_OR_GREATER
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64, AllowDuplicateProperties = false };
#else
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64 };
#endif

    internal static object? Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(Bare().Replace(text, Quoted), Strict);
            return Of(document.RootElement);
        }
        catch (JsonException error)
        {
            throw new ImportException($"This is no JSON that is read here: {error.Message}", error);
        }
    }

    internal static object? Of(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => element.TryGetInt64(out long whole) ? (object)whole : element.GetDouble(),
            JsonValueKind.String => element.GetString() switch
            {
                NotANumber => double.NaN,
                Infinite => double.PositiveInfinity,
                MinusInfinite => double.NegativeInfinity,
                string text => text,
                null => null,
            },
            JsonValueKind.Array => (IReadOnlyList<object?>)[.. element.EnumerateArray().Select(Of)],
            _ => new PythonDictionary([.. Properties(element).Select(p => ((object?)p.Name, Of(p.Value)))]),
        };

    private static IEnumerable<JsonProperty> Properties(JsonElement element)
    {
        // Later frameworks refuse this while they read.
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (!names.Add(property.Name))
            {
                throw new JsonException($"the property '{property.Name}' is there twice");
            }

            yield return property;
        }
    }

    private const string NotANumber = "\u0000NaN";
    private const string Infinite = "\u0000Infinity";
    private const string MinusInfinite = "\u0000-Infinity";

    // Strings are matched whole, so that a word inside one stays what it is.
    private static string Quoted(Match match) => match.Value[0] == '"' ? match.Value : $"\"\\u0000{match.Value}\"";

    [GeneratedRegex(@"""(?:\\.|[^""\\])*""|\bNaN\b|-?\bInfinity\b", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Bare();
}
