using LrMath.Data;
using LrMath.Import.Values;

namespace LrMath.Import.Libraries;

/// <summary>The libraries whose functions can be called in Python text.</summary>
internal sealed class LibraryTable
{
    private LibraryTable() { }

    /// <summary>The one table; nothing in it changes.</summary>
    internal static LibraryTable Shared { get; } = new();

    internal IReadOnlyList<Library> Libraries { get; } =
    [new PyTorchLibrary(), new KerasLibrary(), new OptaxLibrary(), new TransformersLibrary(), new TimmLibrary(), new PaddleLibrary()];

    /// <summary>Calls what a dotted name stands for. A function that is not known gives an unknown value: it may be the model.</summary>
    internal object? Call(string path, IReadOnlyList<(string? Name, object? Value)> arguments, int line)
    {
        string function = path.Split('.')[^1];
        Library[] owners = [.. Libraries.Where(l => l.Owns(path))];
        Library[] candidates = [.. (owners.Length > 0 ? owners : Libraries).Where(l => l.Has(function))];
        candidates = candidates.Length > 1 ? [.. candidates.Where(l => !l.YieldsToOthers)] : candidates;
        return candidates switch
        {
            [Library only] => only.Call(function, arguments, $"Line {line}"),
            [] => Other(path, arguments, line),
            _ => throw new ImportException(
                $"Line {line}: {function} exists in {string.Join(" and ", candidates.Select(c => c.Name))}. "
                    + "Write the module before it, or keep the import line."
            ),
        };
    }

    // An optimizer tells the base rate of its groups, or holds the schedule itself; whatever else is called has no value here.
    private object? Other(string path, IReadOnlyList<(string? Name, object? Value)> arguments, int line)
    {
        if (arguments.FirstOrDefault(a => a.Name is "lr" or "learning_rate") is { Name: not null } rate)
        {
            return rate.Value is long or double ? Groups(arguments, Number(rate.Value)) : rate.Value;
        }

        if (arguments.Select(argument => argument.Value).OfType<Func<int, double>>().ToArray() is [var schedule])
        {
            return schedule;
        }

        if (path.Contains(".optim", StringComparison.Ordinal) || path.StartsWith("optim.", StringComparison.Ordinal))
        {
            return Groups(arguments, arguments is [_, (null, long or double), ..] ? Number(arguments[1].Value!) : null);
        }

        string? near = Nearest.Of(path.Split('.')[^1], Libraries.SelectMany(l => l.Functions));
        return new Unknown(near is null ? $"{path}()" : $"{path}() (did you mean {near}?)", line);
    }

    // Groups are dictionaries in the first argument, some with a rate of their own.
    private static OptimizerRates Groups(IReadOnlyList<(string? Name, object? Value)> arguments, double? rate)
    {
        object? first = arguments.FirstOrDefault(a => a.Name is null or "params").Value;
        return first is IReadOnlyList<object?> list && list.Count > 0 && list.All(g => g is PythonDictionary)
            ? new([.. list.Cast<PythonDictionary>().Select(g => g["lr"] is { } own and (long or double) ? Number(own) : rate)])
            : new([rate]);
    }

    private static double Number(object value) => value is long whole ? whole : (double)value;
}
