using System.Globalization;

namespace LrMath.Data;

/// <summary>Where in a JSON text something stands; turned into a path only where a message needs it.</summary>
internal sealed record JsonPlace(JsonPlace? Outer, string Segment)
{
    /// <summary>The number of objects and lists around this place.</summary>
    internal int Depth { get; } = Outer is null ? 0 : Outer.Depth + 1;

    internal static JsonPlace Root { get; } = new(null, "$");

    /// <summary>The place of a property.</summary>
    internal JsonPlace At(string name) =>
        new(this, IsPlain(name) ? $".{name}" : $"['{name.Replace("'", "\\'", StringComparison.Ordinal)}']");

    /// <summary>The place of an element.</summary>
    internal JsonPlace At(int index) => new(this, $"[{index.ToString(CultureInfo.InvariantCulture)}]");

    /// <summary>The JSON path.</summary>
    public override string ToString() => Outer + Segment;

    private static bool IsPlain(string name) => name.Length > 0 && !name.AsSpan().ContainsAnyExcept(Plain);

    private static readonly System.Buffers.SearchValues<char> Plain = System.Buffers.SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$"
    );
}
