using LrMath.Import.Libraries;
using LrMath.Import.Values;

namespace LrMath.Import.Formats;

/// <summary>The <c>scheduler</c> section of a <c>ds_config.json</c>; its <c>optimizer</c> section tells the base rate.</summary>
internal static class DeepSpeedConfig
{
    private static readonly DeepSpeedLibrary DeepSpeed = new();
    private static readonly PyTorchLibrary PyTorch = new();

    internal static PythonDictionary? Find(object? value) =>
        value is PythonDictionary config && config["scheduler"] is PythonDictionary section && section["type"] is string ? config : null;

    internal static object Read(PythonDictionary config)
    {
        var section = (PythonDictionary)config["scheduler"]!;
        string type = (string)section["type"]!;
        PythonDictionary parameters = section["params"] switch
        {
            PythonDictionary given => given,
            null => new PythonDictionary([]),
            object other => throw new ImportException($"scheduler.params is {Text.Of(other)}; legal is an object."),
        };
        if (parameters.Items.FirstOrDefault(p => Equals(p.Value, "auto")) is { Key: string open })
        {
            throw new ImportException(
                $"scheduler.params.{open} is 'auto': the program that starts DeepSpeed fills it in. "
                    + "Write the number, or read that program's training arguments instead."
            );
        }

        Library library = DeepSpeed.Has(type) ? DeepSpeed : PyTorch;
        if (!library.Has(type))
        {
            throw new ImportException($"scheduler.type is {Text.Of(type)}; legal is {string.Join(", ", DeepSpeed.Functions)}.");
        }

        (string? Name, object? Value)[] optimizer = type == "ChainedScheduler" ? [] : [("optimizer", BaseRate(config))];
        return library.Call(type, [.. optimizer, .. parameters.Arguments("scheduler.params")], "scheduler.params");
    }

    private static OptimizerRates BaseRate(PythonDictionary config) =>
        config["optimizer"] is PythonDictionary optimizer
        && optimizer["params"] is PythonDictionary parameters
        && parameters["lr"] is { } rate and (long or double)
            ? new([rate is long whole ? whole : (double)rate])
            : OptimizerRates.NotTold;
}
