using LrMath.Frameworks;
using LrMath.Import.Values;

namespace LrMath.Import.Libraries;

/// <summary><c>transformers.optimization</c>, Transformers 5.23.</summary>
internal sealed class TransformersLibrary : Library
{
    // The scheduler types of the training arguments, and the function behind each.
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["linear"] = "get_linear_schedule_with_warmup",
        ["cosine"] = "get_cosine_schedule_with_warmup",
        ["cosine_with_restarts"] = "get_cosine_with_hard_restarts_schedule_with_warmup",
        ["polynomial"] = "get_polynomial_decay_schedule_with_warmup",
        ["constant"] = "get_constant_schedule",
        ["constant_with_warmup"] = "get_constant_schedule_with_warmup",
        ["inverse_sqrt"] = "get_inverse_sqrt_schedule",
        ["cosine_with_min_lr"] = "get_cosine_with_min_lr_schedule_with_warmup",
        ["cosine_warmup_with_min_lr"] = "get_cosine_with_min_lr_schedule_with_warmup_lr_rate",
        ["warmup_stable_decay"] = "get_wsd_schedule",
    };

    internal TransformersLibrary()
        : base("Transformers", "transformers", "optimization")
    {
        Scheduler("get_constant_schedule(optimizer, last_epoch=-1)", (_, rate) => Transformers.GetConstantSchedule(rate));
        Scheduler(
            "get_constant_schedule_with_warmup(optimizer, num_warmup_steps, last_epoch=-1)",
            (a, rate) => Transformers.GetConstantScheduleWithWarmup(rate, a.Integer("num_warmup_steps"))
        );
        Scheduler(
            "get_linear_schedule_with_warmup(optimizer, num_warmup_steps, num_training_steps, last_epoch=-1)",
            (a, rate) => Transformers.GetLinearScheduleWithWarmup(rate, a.Integer("num_warmup_steps"), a.Integer("num_training_steps"))
        );
        Scheduler(
            "get_cosine_schedule_with_warmup(optimizer, num_warmup_steps, num_training_steps, num_cycles=0.5, last_epoch=-1)",
            (a, rate) =>
                Transformers.GetCosineScheduleWithWarmup(
                    rate,
                    a.Integer("num_warmup_steps"),
                    a.Integer("num_training_steps"),
                    a.Number("num_cycles")
                )
        );
        Scheduler(
            "get_cosine_with_hard_restarts_schedule_with_warmup(optimizer, num_warmup_steps, num_training_steps, "
                + "num_cycles=1, last_epoch=-1)",
            (a, rate) =>
                Transformers.GetCosineWithHardRestartsScheduleWithWarmup(
                    rate,
                    a.Integer("num_warmup_steps"),
                    a.Integer("num_training_steps"),
                    a.Integer("num_cycles")
                )
        );
        Scheduler(
            "get_polynomial_decay_schedule_with_warmup(optimizer, num_warmup_steps, num_training_steps, lr_end=1e-7, "
                + "power=1.0, last_epoch=-1)",
            (a, rate) =>
                Transformers.GetPolynomialDecayScheduleWithWarmup(
                    rate,
                    a.Integer("num_warmup_steps"),
                    a.Integer("num_training_steps"),
                    a.Number("lr_end"),
                    a.Number("power")
                )
        );
        Scheduler(
            "get_inverse_sqrt_schedule(optimizer, num_warmup_steps, timescale=None, last_epoch=-1)",
            (a, rate) => Transformers.GetInverseSqrtSchedule(rate, a.Integer("num_warmup_steps"), a.NumberOrNull("timescale"))
        );
        Scheduler(
            "get_cosine_with_min_lr_schedule_with_warmup(optimizer, num_warmup_steps, num_training_steps, num_cycles=0.5, last_epoch=-1, "
                + "min_lr=None, min_lr_rate=None)",
            (a, rate) =>
                Transformers.GetCosineWithMinLrScheduleWithWarmup(
                    rate,
                    a.Integer("num_warmup_steps"),
                    a.Integer("num_training_steps"),
                    a.Number("num_cycles"),
                    a.NumberOrNull("min_lr"),
                    a.NumberOrNull("min_lr_rate")
                )
        );
        Scheduler(
            "get_cosine_with_min_lr_schedule_with_warmup_lr_rate(optimizer, num_warmup_steps, num_training_steps, num_cycles=0.5, "
                + "last_epoch=-1, min_lr=None, min_lr_rate=None, warmup_lr_rate=None)",
            (a, rate) =>
                Transformers.GetCosineWithMinLrScheduleWithWarmupLrRate(
                    rate,
                    a.Integer("num_warmup_steps"),
                    a.Integer("num_training_steps"),
                    a.Number("num_cycles"),
                    a.NumberOrNull("min_lr"),
                    a.NumberOrNull("min_lr_rate"),
                    a.NumberOrNull("warmup_lr_rate")
                )
        );
        Scheduler(
            "get_wsd_schedule(optimizer, num_warmup_steps, num_decay_steps, num_training_steps=None, num_stable_steps=None, "
                + "warmup_type='linear', decay_type='cosine', min_lr_ratio=0, num_cycles=0.5, last_epoch=-1)",
            (a, rate) =>
                Transformers.GetWsdSchedule(
                    rate,
                    a.Integer("num_warmup_steps"),
                    a.Integer("num_decay_steps"),
                    a.IntegerOrNull("num_training_steps"),
                    a.IntegerOrNull("num_stable_steps"),
                    a.Choice("warmup_type", ("linear", Shapes.Linear), ("cosine", Shapes.Cosine), ("1-sqrt", Shapes.Polynomial(0.5))),
                    a.Choice("decay_type", ("linear", Shapes.Linear), ("cosine", null), ("1-sqrt", Shapes.SquareRoot)),
                    a.Number("min_lr_ratio"),
                    a.Number("num_cycles")
                )
        );
        Add(
            "get_scheduler(name, optimizer, num_warmup_steps=None, num_training_steps=None, scheduler_specific_kwargs=None)",
            a =>
                OfType(
                    a.Text("name"),
                    a.Optimizer(),
                    a.IntegerOrNull("num_warmup_steps"),
                    a.IntegerOrNull("num_training_steps"),
                    a.IsNull("scheduler_specific_kwargs")
                        ? []
                        : a.Dictionary("scheduler_specific_kwargs").Arguments("scheduler_specific_kwargs")
                )
        );
    }

    /// <summary>The schedule of a scheduler type, as <c>get_scheduler</c> and the trainer choose it.</summary>
    internal object OfType(
        string type,
        OptimizerRates optimizer,
        int? warmupSteps,
        int? trainingSteps,
        IReadOnlyList<(string? Name, object? Value)> more
    )
    {
        if (!Types.TryGetValue(type, out string? function))
        {
            throw new ImportException($"The scheduler type {Text.Of(type)} is not read; legal is {string.Join(", ", Types.Keys)}.");
        }

        var arguments = new List<(string? Name, object? Value)> { ("optimizer", optimizer) };
        if (function != "get_constant_schedule")
        {
            arguments.Add(("num_warmup_steps", (long)(warmupSteps ?? throw new ImportException($"{type}: num_warmup_steps is missing."))));
        }

        if (type is not ("constant" or "constant_with_warmup" or "inverse_sqrt"))
        {
            bool needed = type != "warmup_stable_decay" || more.All(m => m.Name != "num_stable_steps");
            if (trainingSteps is { } steps)
            {
                arguments.Add(("num_training_steps", (long)steps));
            }
            else if (needed)
            {
                throw new ImportException($"{type}: the number of training steps is missing.");
            }
        }

        return Call(function, [.. arguments, .. more]);
    }

    private void Scheduler(string signature, Func<Arguments, double, Func<int, double>> build) =>
        Add(
            signature,
            a =>
            {
                a.Only("last_epoch", -1L, "a schedule that goes on is read from its state");
                return new RateScheduler(a.Function, a.Optimizer(), rate => new(build(a, rate()), null));
            }
        );
}
