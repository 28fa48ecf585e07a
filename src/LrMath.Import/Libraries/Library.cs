using LrMath.Import.Values;

namespace LrMath.Import.Libraries;

/// <summary>One library's functions: each by its own signature, and what it is in LrMath.</summary>
internal abstract class Library(string name, params string[] modules)
{
    private readonly Dictionary<string, Function> functions = new(StringComparer.Ordinal);

    internal string Name { get; } = name;

    /// <summary>Whether a name without a module means another library that has it as well.</summary>
    internal virtual bool YieldsToOthers => false;

    internal IEnumerable<string> Functions => functions.Keys;

    /// <summary>Whether a dotted name says that it belongs to this library.</summary>
    internal bool Owns(string path) => path.Split('.')[..^1].Any(part => modules.Contains(part, StringComparer.Ordinal));

    internal bool Has(string function) => functions.ContainsKey(function);

    /// <summary>Calls a function with arguments as they are written in Python, or as a file names them.</summary>
    internal object Call(string function, IReadOnlyList<(string? Name, object? Value)> arguments, string where = "")
    {
        Function known = functions[function];
        try
        {
            return known.Meaning(known.Signature.Bind(arguments));
        }
        catch (ImportException refusal) when (where.Length > 0 && !refusal.Message.StartsWith("Line", StringComparison.Ordinal))
        {
            throw new ImportException($"{where}: {refusal.Message}", refusal);
        }
        catch (ArgumentException refusal)
        {
            throw new ImportException($"{(where.Length > 0 ? where + ": " : "")}{function}: {refusal.Message}", refusal);
        }
    }

    /// <summary>A function of the library.</summary>
    /// <param name="signature">Its signature in Python, with the defaults.</param>
    /// <param name="meaning">From its arguments to a schedule, a scheduler or a policy.</param>
    protected void Add(string signature, Func<Arguments, object> meaning) =>
        functions.Add(signature[..signature.IndexOf('(')], new Function(signature, meaning));

    // Parsed when it is called: a text calls one or two of a hundred functions.
    private sealed record Function(string Text, Func<Arguments, object> Meaning)
    {
        private readonly Lazy<Signature> signature = new(() => Signature.Parse(Text));

        public Signature Signature => signature.Value;
    }
}
