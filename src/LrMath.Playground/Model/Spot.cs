using LrMath.Data;

namespace LrMath.Playground.Model;

/// <summary>The place of an argument in the JSON of a curve, by which the library names what it refuses.</summary>
public sealed record Spot
{
    internal Spot(JsonPlace path) => Path = path;

    internal JsonPlace Path { get; }

    /// <summary>The place of a value with a name.</summary>
    public Spot At(string name) => new(Path.At(name));

    /// <summary>The place of an element.</summary>
    public Spot At(int index) => new(Path.At(index));

    /// <summary>Whether something stands here or further in.</summary>
    public bool Has(Fault? fault) =>
        fault is not null
        && fault.Place.StartsWith(ToString(), StringComparison.Ordinal)
        && (fault.Place.Length == ToString().Length || fault.Place[ToString().Length] is '.' or '[');

    /// <summary>The JSON path.</summary>
    public override string ToString() => Path.ToString();
}
