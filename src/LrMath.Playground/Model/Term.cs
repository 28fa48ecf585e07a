using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LrMath.Playground.Model;

/// <summary>A piece of JSON that is never changed: what the fields of the page show, and what the library reads.</summary>
public abstract record Term
{
    /// <summary>The JSON text on one line.</summary>
    public sealed override string ToString()
    {
        StringBuilder text = new();
        Append(text);
        return text.ToString();
    }

    /// <summary>The same piece of a text that was read.</summary>
    public static Term Of(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Array => new Series([.. element.EnumerateArray().Select(Of)]),
            JsonValueKind.Object => new Fields([.. element.EnumerateObject().Select(one => new Named(one.Name, Of(one.Value)))]),
            _ => new Literal(element.GetRawText()),
        };

    /// <summary>The JSON text of a string.</summary>
    public static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    protected internal abstract void Append(StringBuilder text);
}

/// <summary>A number, a truth value, null or a string, as JSON writes it.</summary>
public sealed record Literal(string Json) : Term
{
    /// <summary>A string.</summary>
    public static Literal Text(string text) => new(Quoted(text));

    /// <summary>What a string says; the JSON itself of anything else.</summary>
    public string Value => Json.StartsWith('"') ? JsonDocument.Parse(Json).RootElement.GetString()! : Json;

    protected internal override void Append(StringBuilder text) => text.Append(Json);
}

/// <summary>A list.</summary>
public sealed record Series(ImmutableArray<Term> Items) : Term
{
    protected internal override void Append(StringBuilder text)
    {
        text.Append('[');
        for (int i = 0; i < Items.Length; i++)
        {
            if (i > 0)
            {
                text.Append(',');
            }

            Items[i].Append(text);
        }

        text.Append(']');
    }
}

/// <summary>A value with a name.</summary>
public sealed record Named(string Name, Term Value);

/// <summary>An object.</summary>
public sealed record Fields(ImmutableArray<Named> Items) : Term
{
    /// <summary>The value of a name; null if there is none.</summary>
    public Term? this[string name] => Items.FirstOrDefault(item => item.Name == name)?.Value;

    /// <summary>The same with a name that has this value, or that is gone if the value is null.</summary>
    public Fields With(string name, Term? value)
    {
        int at = Items.FindIndex(item => item.Name == name);
        return value is null
            ? at < 0
                ? this
                : new(Items.RemoveAt(at))
            : new(at < 0 ? Items.Add(new(name, value)) : Items.SetItem(at, new(name, value)));
    }

    protected internal override void Append(StringBuilder text)
    {
        text.Append('{');
        for (int i = 0; i < Items.Length; i++)
        {
            text.Append(i > 0 ? "," : "").Append(Quoted(Items[i].Name)).Append(':');
            Items[i].Value.Append(text);
        }

        text.Append('}');
    }
}

internal static class ImmutableArrays
{
    public static int FindIndex<T>(this ImmutableArray<T> items, Func<T, bool> matches)
    {
        for (int i = 0; i < items.Length; i++)
        {
            if (matches(items[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
