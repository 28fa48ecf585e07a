using LrMath.Import.Libraries;
using LrMath.Import.Values;

namespace LrMath.Import.Formats;

/// <summary>The training arguments of Transformers as JSON, as far as they tell the schedule.</summary>
internal static class TrainingArguments
{
    private static readonly TransformersLibrary Transformers = new();

    // The arguments beside the schedule's own are many, and change with the version: they are not looked at.
    private static readonly Signature Used = Signature.Parse(
        "training_arguments(learning_rate=5e-5, lr_scheduler_type='linear', lr_scheduler_kwargs=None, warmup_steps=0, "
            + "warmup_ratio=0.0, max_steps=-1)"
    );

    internal static PythonDictionary? Find(object? value) =>
        value is PythonDictionary arguments && arguments.Has("lr_scheduler_type") ? arguments : null;

    internal static object Read(PythonDictionary json, ImportOptions options)
    {
        Arguments a = Used.Bind([
            .. json.Arguments("training arguments").Where(p => Used.Parameters.Contains(p.Name!, StringComparer.Ordinal)),
        ]);
        string type = TypeOf(a.Text("lr_scheduler_type"));
        int given = a.IsNull("max_steps") ? -1 : a.Integer("max_steps");
        if (options.TotalSteps is < 1)
        {
            throw new ImportException(
                FormattableString.Invariant($"TotalSteps is {options.TotalSteps}; legal is a whole number, one or more.")
            );
        }

        int? total = given > 0 ? given : options.TotalSteps;
        int? warmup = WarmupSteps(a, total);
        return Transformers.OfType(
            type,
            new OptimizerRates([a.Number("learning_rate")]),
            warmup ?? (type == "constant" ? 0 : throw NoTotal($"warmup is a share of the run")),
            total ?? (type is "constant" or "constant_with_warmup" or "inverse_sqrt" ? null : throw NoTotal($"{type} has an end")),
            Specific(a)
        );
    }

    private static (string? Name, object? Value)[] Specific(Arguments a) =>
        a.IsNull("lr_scheduler_kwargs") || Equals("", TextOrNull(a))
            ? []
            : a.Dictionary("lr_scheduler_kwargs").Arguments("lr_scheduler_kwargs");

    private static string? TextOrNull(Arguments a)
    {
        try
        {
            return a.Text("lr_scheduler_kwargs");
        }
        catch (ImportException)
        {
            return null;
        }
    }

    // As the trainer does: whole warm-up steps win; a share is rounded up. Newer versions take a share below 1 as warmup_steps.
    private static int? WarmupSteps(Arguments a, int? total)
    {
        double steps = a.IsNull("warmup_steps") ? 0 : a.Number("warmup_steps");
        double ratio =
            steps is > 0 and < 1 ? steps
            : a.IsNull("warmup_ratio") ? 0
            : a.Number("warmup_ratio");
        if (steps >= 1)
        {
            return a.Integer("warmup_steps");
        }

        return ratio == 0 ? 0
            : total is { } whole ? (int)Math.Ceiling(whole * ratio)
            : null;
    }

    private static string TypeOf(string text) =>
        text.StartsWith("SchedulerType.", StringComparison.Ordinal) ? text["SchedulerType.".Length..].ToLowerInvariant() : text;

    private static ImportException NoTotal(string why) =>
        new(
            $"The training arguments have no max_steps, and {why}: the run's length follows from its data. Give the number of "
                + $"updates (--total-steps)."
        );
}
