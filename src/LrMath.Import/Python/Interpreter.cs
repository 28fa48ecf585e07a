using System.Runtime.CompilerServices;
using LrMath.Import.Libraries;
using LrMath.Import.Values;
using static LrMath.Import.Python.Node;

namespace LrMath.Import.Python;

/// <summary>
/// Evaluates the lines that build a schedule. Nothing of the text is executed: names stand for values that were assigned before, calls are
/// looked up in the tables of the libraries' own signatures, and what is unknown is refused.
/// </summary>
internal sealed class Interpreter(LibraryTable libraries)
{
    private readonly Dictionary<string, object?> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> modules = new(StringComparer.Ordinal);

    /// <summary>The value of the last line that has one.</summary>
    internal object? Run(string text)
    {
        object? last = null;
        bool any = false;
        foreach (Statement statement in Grammar.Read(text))
        {
            switch (statement)
            {
                case Statement.Import import:
                    modules[import.Alias] = import.Module;
                    break;
                case Statement.Assignment assignment:
                    last = Evaluate(assignment.Value, null);
                    any = true;
                    foreach (string name in assignment.Names)
                    {
                        values[name] = last;
                    }

                    break;
            }
        }

        return any ? last : throw new ImportException("No line of the Python text builds a schedule.");
    }

    private object? Evaluate(Node node, IReadOnlyDictionary<string, object?>? locals)
    {
        // Brackets are counted by the lexer; a sum of many thousand terms is as deep as it is long.
        return RuntimeHelpers.TryEnsureSufficientExecutionStack()
            ? EvaluateNode(node, locals)
            : throw new ImportException("An expression of the Python text is too long to be read.");
    }

    private object? EvaluateNode(Node node, IReadOnlyDictionary<string, object?>? locals) =>
        node switch
        {
            Constant constant => constant.Value,
            Name name when locals is not null && locals.TryGetValue(name.Text, out object? local) => local,
            Name name when values.TryGetValue(name.Text, out object? value) => value,
            Name or Member => Symbol(node),
            Node.List list => (IReadOnlyList<object?>)[.. list.Items.Select(item => Evaluate(item, locals))],
            Node.Dictionary dictionary => new PythonDictionary([
                .. dictionary.Items.Select(item => (Evaluate(item.Key, locals), Evaluate(item.Value, locals))),
            ]),
            Item item => ItemOf(Evaluate(item.Of, locals), Evaluate(item.Key, locals), item.Line),
            Unary unary => Arithmetic.Unary(unary.Operator, Evaluate(unary.Operand, locals), unary.Line),
            Binary { Operator: "and" } and => Arithmetic.IsTrue(Evaluate(and.Left, locals))
                ? Evaluate(and.Right, locals)
                : Evaluate(and.Left, locals),
            Binary { Operator: "or" } or => Arithmetic.IsTrue(Evaluate(or.Left, locals))
                ? Evaluate(or.Left, locals)
                : Evaluate(or.Right, locals),
            Binary binary => Arithmetic.Binary(binary.Operator, Evaluate(binary.Left, locals), Evaluate(binary.Right, locals), binary.Line),
            Conditional choice => Evaluate(Arithmetic.IsTrue(Evaluate(choice.Condition, locals)) ? choice.Then : choice.Else, locals),
            Lambda lambda => Function(lambda, locals),
            Node.Call call => EvaluateCall(call, locals),
            _ => throw new ImportException($"{node.GetType().Name} is not read."),
        };

    private object? Symbol(Node node)
    {
        string path = Path(node);
        return path switch
        {
            "math.pi" or "np.pi" or "numpy.pi" => Math.PI,
            "math.e" or "np.e" or "numpy.e" => Math.E,
            "math.inf" or "np.inf" or "numpy.inf" => double.PositiveInfinity,
            _ => new Unknown(path, node is Name name ? name.Line : ((Member)node).Line),
        };
    }

    // The dotted name of a symbol, with what the imports say of its first part.
    private string Path(Node node)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new ImportException("A dotted name of the Python text is too long to be read.");
        }

        return node switch
        {
            Name name => modules.GetValueOrDefault(name.Text, name.Text),
            Member member when member.Of is Name or Member => $"{Path(member.Of)}.{member.Text}",
            Member member => $"….{member.Text}",
            _ => throw new ImportException("A call of something that is no name is not read."),
        };
    }

    private object? EvaluateCall(Call call, IReadOnlyDictionary<string, object?>? locals)
    {
        if (
            call.Function is Name name
            && (locals?.TryGetValue(name.Text, out object? value) == true || values.TryGetValue(name.Text, out value))
        )
        {
            return value is PythonFunction function && call.Arguments is [{ Name: null, Unpacked: "", Value: Node argument }]
                ? function.Invoke(Evaluate(argument, locals))
                : throw new ImportException($"Line {call.Line}: {name.Text} cannot be called here.");
        }

        if (
            call.Function is Member { Of: Node of } member && of is not (Name or Member)
            || call.Function is Member { Of: Name { Text: string owner } } && values.ContainsKey(owner)
        )
        {
            // A method of a value, as in model.parameters(): what it gives is not known.
            return new Unknown($"….{((Member)call.Function).Text}()", call.Line);
        }

        string path = Path(call.Function);
        (string? Name, object? Value)[] arguments =
        [
            .. call.Arguments.SelectMany(argument => Given(argument, Evaluate(argument.Value, locals), call.Line)),
        ];
        if (path == "dict" && arguments.All(argument => argument.Name is not null))
        {
            return new PythonDictionary([.. arguments.Select(argument => ((object?)argument.Name, argument.Value))]);
        }

        return Arithmetic.IsFunction(path)
            ? Arithmetic.Call(path, [.. arguments.Select(a => a.Value)], call.Line)
            : libraries.Call(path, arguments, call.Line);
    }

    // The model's parameters and the like have no value here, however they are unpacked.
    private static IEnumerable<(string? Name, object? Value)> Given(Argument argument, object? value, int line) =>
        (argument.Unpacked, value) switch
        {
            ("", _) => [(argument.Name, value)],
            ("*", IReadOnlyList<object?> list) => list.Select(item => ((string?)null, item)),
            ("**", PythonDictionary dictionary) => dictionary.Arguments($"Line {line}: **"),
            (_, Unknown unknown) => throw unknown.Refusal(argument.Unpacked == "*" ? "a list" : "a dictionary"),
            _ => throw new ImportException(
                $"Line {line}: {Values.Text.Of(value)} stands behind {argument.Unpacked}, where "
                    + $"{(argument.Unpacked == "*" ? "a list" : "a dictionary")} is needed."
            ),
        };

    private static object? ItemOf(object? value, object? key, int line) =>
        (value, key) switch
        {
            (IReadOnlyList<object?> list, long at) when at >= -list.Count && at < list.Count => list[(int)(at < 0 ? at + list.Count : at)],
            (PythonDictionary dictionary, _) when dictionary.Items.Any(item => Equals(item.Key, key)) => dictionary
                .Items.Last(item => Equals(item.Key, key))
                .Value,
            (Unknown unknown, _) => unknown with { Path = $"{unknown.Path}[{Values.Text.Of(key)}]" },
            (IReadOnlyList<object?> or PythonDictionary, _) => throw new ImportException(
                $"Line {line}: {Values.Text.Of(value)} has no {Values.Text.Of(key)}."
            ),
            _ => throw new ImportException($"Line {line}: {Values.Text.Of(value)} has no elements."),
        };

    private PythonFunction Function(Lambda lambda, IReadOnlyDictionary<string, object?>? outer)
    {
        if (lambda.Parameters.Length != 1)
        {
            throw new ImportException("A lambda of a schedule has one parameter, the step.");
        }

        return new PythonFunction(argument =>
            Evaluate(
                lambda.Body,
                new Dictionary<string, object?>(outer ?? new Dictionary<string, object?>(), StringComparer.Ordinal)
                {
                    [lambda.Parameters[0]] = argument,
                }
            )
        );
    }
}
