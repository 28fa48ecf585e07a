using System.Globalization;
using LrMath.Data;

namespace LrMath.Playground.Model;

/// <summary>Numbers, and lists of numbers or pairs, as somebody types them: <c>30, 60</c> or <c>0: 0.1, 100: 0.01</c>.</summary>
internal static class ListText
{
    /// <summary>A number; a text that is none becomes a string, which the library refuses in its own words.</summary>
    public static Literal Number(string text) =>
        double.TryParse(text.Replace("_", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
        && double.IsFinite(value)
            ? new Literal(
                value == Math.Floor(value) && Math.Abs(value) < 1e15
                    ? value.ToString("0", CultureInfo.InvariantCulture)
                    : JsonWriting.Number(value)
            )
            : Literal.Text(text);

    /// <summary>The text of a list.</summary>
    public static string Write(Term? list) =>
        list is Series series ? string.Join(", ", series.Items.Select(item => item is Series pair ? Pair(pair) : One(item)))
        : list is null ? ""
        : One(list);

    /// <summary>The list of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pairs">Whether its elements are pairs.</param>
    public static Series Read(string text, bool pairs) =>
        new([
            .. text.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(item =>
                    pairs ? new Series([.. item.Split(':', StringSplitOptions.TrimEntries).Select(Number)]) : (Term)Number(item)
                ),
        ]);

    private static string Pair(Series pair) => string.Join(": ", pair.Items.Select(One));

    private static string One(Term term) => term is Literal literal ? literal.Value : term.ToString();
}
