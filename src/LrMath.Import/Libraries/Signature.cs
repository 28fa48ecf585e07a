using LrMath.Import.Python;
using LrMath.Import.Values;

namespace LrMath.Import.Libraries;

/// <summary>A Python signature: the parameters in order, and the defaults of those that have one.</summary>
internal sealed record Signature(string Function, IReadOnlyList<string> Parameters, IReadOnlyDictionary<string, object?> Defaults)
{
    internal static Signature Parse(string text)
    {
        var call = (Node.Call)((Statement.Assignment)Grammar.Read(text)[0]).Value;
        var parameters = new List<string>();
        var defaults = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (Node.Argument argument in call.Arguments)
        {
            parameters.Add(argument.Name ?? ((Node.Name)argument.Value).Text);
            if (argument.Name is { } name)
            {
                defaults.Add(name, DefaultOf(argument.Value));
            }
        }

        return new Signature(((Node.Name)call.Function).Text, parameters, defaults);
    }

    /// <summary>The arguments of a call by name.</summary>
    internal Arguments Bind(IReadOnlyList<(string? Name, object? Value)> arguments)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        int position = 0;
        foreach ((string? name, object? value) in arguments)
        {
            if (name is null && position >= Parameters.Count)
            {
                throw new ImportException($"{Function} has {Parameters.Count} parameters, and {position + 1} arguments are given.");
            }

            string parameter = name ?? Parameters[position++];
            if (!Parameters.Contains(parameter, StringComparer.Ordinal))
            {
                throw new ImportException($"{Function} has no parameter {Text.Of(parameter)}; it has {string.Join(", ", Parameters)}.");
            }

            if (!values.TryAdd(parameter, value))
            {
                throw new ImportException($"{Function}: {parameter} is given twice.");
            }
        }

        foreach (string parameter in Parameters)
        {
            if (!values.ContainsKey(parameter))
            {
                values.Add(
                    parameter,
                    Defaults.TryGetValue(parameter, out object? standard)
                        ? standard
                        : throw new ImportException($"{Function}: {parameter} is missing.")
                );
            }
        }

        return new Arguments(Function, values);
    }

    private static object? DefaultOf(Node node) =>
        node switch
        {
            Node.Constant constant => constant.Value,
            Node.Unary { Operator: "-", Operand: Node.Constant { Value: long number } } => -number,
            Node.Unary { Operator: "-", Operand: Node.Constant { Value: double number } } => -number,
            Node.Binary { Operator: "/", Left: Node.Constant { Value: double a }, Right: Node.Constant { Value: double b } } => a / b,
            _ => throw new InvalidOperationException($"The default {node} is no constant."),
        };
}
