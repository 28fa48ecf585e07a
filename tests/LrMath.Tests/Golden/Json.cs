using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LrMath.Tests.Golden;

/// <summary>JSON as Python writes it: bare NaN and Infinity are numbers, null is the absence of one.</summary>
internal static partial class Json
{
    [GeneratedRegex(@"(?<=[\[:,]\s*)(NaN|-?Infinity)(?=\s*[,\]}])", RegexOptions.CultureInvariant)]
    private static partial Regex BareNonFinite();

    public static JsonElement Parse(string line)
    {
        using var document = JsonDocument.Parse(BareNonFinite().Replace(line, "\"$1\""));
        return document.RootElement.Clone();
    }

    public static double Number(JsonElement element, string name) =>
        element.ValueKind switch
        {
            JsonValueKind.Number => element.GetDouble(),
            JsonValueKind.String when element.GetString() is "NaN" or "Infinity" or "-Infinity" => double.Parse(
                element.GetString()!,
                CultureInfo.InvariantCulture
            ),
            _ => throw new GoldenException($"{name} is not a number: {element.GetRawText()}"),
        };

    public static double? NumberOrNull(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Null ? null : Number(element, name);

    public static int Integer(JsonElement element, string name)
    {
        double value = Number(element, name);
        return value == (int)value ? (int)value : throw new GoldenException($"{name} is not a whole number: {element.GetRawText()}");
    }

    public static T[] List<T>(JsonElement element, string name, Func<JsonElement, string, T> item) =>
        element.ValueKind == JsonValueKind.Array
            ? [.. element.EnumerateArray().Select((e, i) => item(e, $"{name}[{i}]"))]
            : throw new GoldenException($"{name} is not a list: {element.GetRawText()}");
}
