using LrMath.Import.Formats;
using LrMath.Import.Libraries;
using LrMath.Import.Python;
using LrMath.Import.Values;

namespace LrMath.Import;

/// <summary>
/// Reads what other libraries saved. Nothing of a text is executed, whatever it says; what cannot be read is refused with a message.
/// </summary>
public static class ScheduleImport
{
    /// <summary>The longest JSON text that is read, in characters; of Python at most 100,000 characters are read.</summary>
    public const int MostCharacters = 64 * 1024 * 1024;

    /// <summary>Reads a text in any of the formats: the content tells which one.</summary>
    /// <param name="text">JSON (a Keras configuration, a PyTorch state, a DeepSpeed configuration, training arguments) or Python.</param>
    /// <param name="options">What the text does not tell; null is nothing.</param>
    /// <returns>The schedule, and where it stands.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ImportException">The text is in none of the formats, or says what cannot be read.</exception>
    /// <example><code>ScheduleImport.Read("StepLR(opt, step_size=30)", new() { BaseRate = 0.1 }).Schedule(29) == 0.1</code></example>
    public static Imported Read(string text, ImportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().TrimStart("\uFEFF \t\r\n") is ['{' or '[', ..] ? Json(text, options) : PythonCode(text, options);
    }

    /// <summary>Reads lines of Python that build a schedule of PyTorch, optax, Keras, Transformers, timm or Paddle; the last one
    /// counts.</summary>
    /// <param name="code">
    /// Imports, assignments and calls, with literals, arithmetic, keyword arguments, lists, dictionaries and lambdas of the step.
    /// </param>
    /// <param name="options">The base rate, where the code takes it from an optimizer that it does not build; null is nothing.</param>
    /// <returns>The schedule.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    /// <exception cref="ImportException">
    /// The code is not of that kind, names what is not known, or a library's argument is illegal.
    /// </exception>
    /// <example><code>ScheduleImport.PythonCode("optax.linear_schedule(0.1, 0.0, 100)").Schedule(50) == 0.05</code></example>
    public static Imported PythonCode(string code, ImportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(code);
        return Finish.Of(new Interpreter(LibraryTable.Shared).Run(code), "Python", options ?? new());
    }

    /// <summary>
    /// Reads JSON: a Keras configuration, the state of a PyTorch scheduler, a DeepSpeed configuration or training arguments.
    /// </summary>
    /// <param name="json">The text; bare NaN and Infinity, as Python writes them, are read.</param>
    /// <param name="options">What the text does not tell; null is nothing.</param>
    /// <returns>The schedule, and where it stands.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="ImportException">The text is no JSON of these kinds, or says what cannot be read.</exception>
    public static Imported Json(string json, ImportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        options ??= new();
        if (json.Length > MostCharacters)
        {
            throw new ImportException($"The text has {json.Length} characters: at most {MostCharacters} are read.");
        }

        object? value = JsonValues.Parse(json.TrimStart('\uFEFF'));
        return TrainingArguments.Find(value) is { } arguments
                ? Finish.Of(TrainingArguments.Read(arguments, options), "Transformers", options)
            : DeepSpeedConfig.Find(value) is { } config ? Finish.Of(DeepSpeedConfig.Read(config), "DeepSpeed", options)
            : TorchState.Find(value) is not null ? TorchState.Read((PythonDictionary)value!, options)
            : KerasConfig.Find(value) is { } keras ? Finish.Of(KerasConfig.Read(keras), "Keras", options)
            : throw new ImportException(
                "The JSON is none of what is read: a Keras schedule (class_name, config), the state of a PyTorch scheduler "
                    + "(last_epoch), a DeepSpeed configuration (scheduler.type), training arguments of Transformers (lr_scheduler_type)."
            );
    }
}
