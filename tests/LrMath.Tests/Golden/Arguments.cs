using System.Text.Json;

namespace LrMath.Tests.Golden;

/// <summary>A framework's own arguments. Every one must be read by the mapping: an argument nobody reads is one nobody knows.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, JsonElement> values;
    private readonly HashSet<string> unread;
    private readonly List<Arguments> nested = [];
    private readonly string path;

    public Arguments(JsonElement element, string path = "args")
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new GoldenException($"{path} is not an object: {element.GetRawText()}");
        }

        this.path = path;
        values = element.EnumerateObject().ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
        unread = [.. values.Keys];
    }

    public IEnumerable<string> Unread => unread.Select(name => $"{path}.{name}").Concat(nested.SelectMany(n => n.Unread));

    public IEnumerable<string> Names => values.Keys;

    public bool Has(string name) => values.ContainsKey(name);

    public JsonElement Raw(string name)
    {
        unread.Remove(name);
        return values.TryGetValue(name, out JsonElement value) ? value : throw new GoldenException($"{path}.{name} is missing");
    }

    public double Number(string name) => Json.Number(Raw(name), name);

    public double? NumberOrNull(string name) => Json.NumberOrNull(Raw(name), name);

    public int Int(string name) => Json.Integer(Raw(name), name);

    public int? IntOrNull(string name) => Raw(name) is { ValueKind: JsonValueKind.Null } ? null : Int(name);

    public double[] Numbers(string name) => Json.List(Raw(name), name, Json.Number);

    public int[] Ints(string name) => Json.List(Raw(name), name, Json.Integer);

    public string Text(string name) =>
        Raw(name) is { ValueKind: JsonValueKind.String } value ? value.GetString()! : throw Wrong(name, "a string");

    public string? TextOrNull(string name) => Raw(name) is { ValueKind: JsonValueKind.Null } ? null : Text(name);

    public bool Flag(string name) =>
        Raw(name) is { ValueKind: JsonValueKind.True or JsonValueKind.False } value
            ? value.GetBoolean()
            : throw Wrong(name, "true or false");

    /// <summary>Picks what a name means; a value outside the table is unknown and fails.</summary>
    public T Choice<T>(string name, params (string Value, T Meaning)[] table)
    {
        string value = Text(name);
        foreach ((string known, T meaning) in table)
        {
            if (known == value)
            {
                return meaning;
            }
        }

        throw Wrong(name, string.Join(" or ", table.Select(t => t.Value)));
    }

    /// <summary>For an argument that has one value only in all that we can map.</summary>
    public void Only(string name, string value) => Choice(name, (value, true));

    /// <summary>Counts arguments as read, whether they are there or not: those that do not change what is compared.</summary>
    public void Ignore(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            unread.Remove(name);
        }
    }

    /// <summary>An object among the arguments.</summary>
    public Arguments Nested(string name) => Nest(Raw(name), $"{path}.{name}");

    /// <summary>A list of objects among the arguments.</summary>
    public Arguments[] NestedList(string name) => Json.List(Raw(name), $"{path}.{name}", Nest);

    /// <summary>A schedule among the arguments, as <c>{"name": …, "args": …}</c>.</summary>
    public Member Member(string name) => ToMember(Raw(name), $"{path}.{name}");

    /// <summary>A list of schedules among the arguments.</summary>
    public Member[] Members(string name) => Json.List(Raw(name), $"{path}.{name}", ToMember);

    /// <summary>A schedule as it stands inside a list or pair among the arguments.</summary>
    public Member ToMember(JsonElement element, string path)
    {
        Arguments wrapper = Nest(element, path);
        var member = new Member(wrapper.Text("name"), Nest(wrapper.Raw("args"), $"{path}.args"));
        return member;
    }

    private Arguments Nest(JsonElement element, string path)
    {
        var nested = new Arguments(element, path);
        this.nested.Add(nested);
        return nested;
    }

    private GoldenException Wrong(string name, string legal) => new($"{path}.{name} is {values[name].GetRawText()}, known is only {legal}");
}
