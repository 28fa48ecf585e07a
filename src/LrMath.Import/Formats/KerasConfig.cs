using LrMath.Import.Libraries;
using LrMath.Import.Values;

namespace LrMath.Import.Formats;

/// <summary>What <c>keras.optimizers.schedules.serialize</c> writes, alone or inside an optimizer's or a model's configuration.</summary>
internal static class KerasConfig
{
    private static readonly KerasLibrary Keras = new();

    /// <summary>The schedule inside a configuration; null if there is none.</summary>
    internal static PythonDictionary? Find(object? value) =>
        value switch
        {
            PythonDictionary config when config["class_name"] is string name && Keras.Has(name) && config["config"] is PythonDictionary =>
                config,
            PythonDictionary config
                when config["class_name"] is string
                    && config["config"] is PythonDictionary inner
                    && inner["learning_rate"] is long or double => config,
            PythonDictionary { Items: var items } => items.Select(i => Find(i.Value)).FirstOrDefault(found => found is not null),
            IReadOnlyList<object?> list => list.Select(Find).FirstOrDefault(found => found is not null),
            _ => null,
        };

    internal static object Read(PythonDictionary config)
    {
        string name = (string)config["class_name"]!;
        var arguments = (PythonDictionary)config["config"]!;
        return Keras.Has(name)
            ? Keras.Call(name, arguments.Arguments(name), config.Has("module") ? $"{Text.Of(config["module"]).Trim('\'')}.{name}" : name)
            : arguments["learning_rate"]!;
    }
}
