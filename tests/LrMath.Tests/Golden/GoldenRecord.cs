using System.Text.Json;

namespace LrMath.Tests.Golden;

/// <summary>One line of a golden file: what a framework printed, and what it had been asked.</summary>
internal sealed class GoldenRecord
{
    // Everything else is a quantity, and a quantity must be answered: so a field that nobody has thought of fails.
    private static readonly string[] Inputs =
    [
        "id",
        "framework",
        "version",
        "name",
        "base_lr",
        "args",
        "steps",
        "metrics",
        "losses",
        "lrs",
        "resolved",
        "last_step",
        "type",
        "panel",
        "tolerance",
        "rounding",
    ];

    private readonly JsonElement root;

    private GoldenRecord(JsonElement root)
    {
        this.root = root;
        Id = Text("id");
        Framework = Text("framework");
        Name = Text("name");
        Args = new Arguments(Field("args"));
        Steps = Json.List(Field("steps"), "steps", Json.Integer);
        Rounding = (Optional("rounding", e => Json.List(e, "rounding", Json.Integer)) ?? []).ToHashSet();
        LargestRate = Json.List(Field("lr"), "lr", Json.NumberOrNull)
            .Select(rate => Math.Abs(rate ?? 0))
            .Where(double.IsFinite)
            .DefaultIfEmpty(0)
            .Max();
    }

    public string Id { get; }

    public string Framework { get; }

    public string Name { get; }

    public Arguments Args { get; }

    public int[] Steps { get; }

    /// <summary>The steps whose value rounding inside the framework decides; they alone are not compared.</summary>
    public IReadOnlySet<int> Rounding { get; }

    public double LargestRate { get; }

    public double BaseRate => Json.Number(Field("base_lr"), "base_lr");

    /// <summary>The optimizer's rate, where it is handed over besides the schedule's own.</summary>
    public double? BaseRateOrNull => root.TryGetProperty("base_lr", out JsonElement value) ? Json.NumberOrNull(value, "base_lr") : null;

    public double[] Metrics => Json.List(Field("metrics"), "metrics", Json.Number);

    public Curve Curve =>
        new(Optional("lrs", e => Json.List(e, "lrs", Json.Number)) ?? [], Json.List(Field("losses"), "losses", Json.Number));

    public IEnumerable<(string Name, JsonElement Value)> Quantities =>
        root.EnumerateObject().Where(p => !Inputs.Contains(p.Name)).Select(p => (p.Name, p.Value));

    public Tolerance Tolerance(string quantity) =>
        Optional("tolerance", e => new Arguments(e, "tolerance")) is { } own
            ? new Tolerance(own.Number("abs"), own.Number("rel"))
            : Golden.Tolerance.Of(Framework, quantity, LargestRate);

    public static GoldenRecord Parse(string line)
    {
        try
        {
            return new GoldenRecord(Json.Parse(line));
        }
        catch (Exception e) when (e is JsonException or GoldenException or InvalidOperationException)
        {
            throw new GoldenException($"Not a record ({e.Message}): {line[..Math.Min(line.Length, 120)]}");
        }
    }

    /// <summary>The same record with no argument read yet.</summary>
    public GoldenRecord Afresh() => new(root);

    /// <summary>A field that a mapping takes as an input, such as <c>resolved</c> or <c>last_step</c>.</summary>
    public JsonElement Field(string name) =>
        root.TryGetProperty(name, out JsonElement value) ? value : throw new GoldenException($"the record has no {name}");

    private string Text(string name) =>
        Field(name) is { ValueKind: JsonValueKind.String } value
            ? value.GetString()!
            : throw new GoldenException($"{name} is not a string");

    private T? Optional<T>(string name, Func<JsonElement, T> read)
        where T : class => root.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? read(value) : null;
}
