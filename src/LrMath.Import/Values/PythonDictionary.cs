namespace LrMath.Import.Values;

/// <summary>A dictionary in its written order.</summary>
internal sealed record PythonDictionary((object? Key, object? Value)[] Items)
{
    internal object? this[string name] => Items.FirstOrDefault(item => Equals(item.Key, name)).Value;

    internal bool Has(string name) => Items.Any(item => Equals(item.Key, name));

    /// <summary>The items as named arguments.</summary>
    internal (string? Name, object? Value)[] Arguments(string what) =>
        [
            .. Items.Select(item =>
                item.Key is string name
                    ? ((string?)name, item.Value)
                    : throw new ImportException($"{what}: {Text.Of(item.Key)} is no name of an argument.")
            ),
        ];
}
