using LrMath.Frameworks;
using LrMath.Import.Values;

namespace LrMath.Import.Libraries;

/// <summary><c>timm.scheduler</c>, timm 1.0.31. Its steps are epochs, unless <c>step_update</c> is called.</summary>
internal sealed class TimmLibrary : Library
{
    private const string Noise = "noise_range_t=None, noise_pct=0.67, noise_std=1.0, noise_seed=42";

    internal TimmLibrary()
        : base("timm", "timm", "scheduler")
    {
        Scheduler(
            "CosineLRScheduler(optimizer, t_initial, lr_min=0.0, cycle_mul=1.0, cycle_decay=1.0, cycle_limit=1, warmup_t=0, "
                + $"warmup_lr_init=0, warmup_prefix=False, t_in_epochs=True, {Noise}, k_decay=1.0, initialize=True)",
            (a, rate) =>
                Timm.CosineLRScheduler(
                    rate,
                    a.Integer("t_initial"),
                    a.Number("lr_min"),
                    a.Number("cycle_mul"),
                    a.Number("cycle_decay"),
                    a.Integer("cycle_limit"),
                    a.Integer("warmup_t"),
                    a.Number("warmup_lr_init"),
                    a.Flag("warmup_prefix"),
                    a.Number("k_decay")
                )
        );
        Scheduler(
            "TanhLRScheduler(optimizer, t_initial, lb=-7.0, ub=3.0, lr_min=0.0, cycle_mul=1.0, cycle_decay=1.0, cycle_limit=1, warmup_t=0, "
                + $"warmup_lr_init=0, warmup_prefix=False, t_in_epochs=True, {Noise}, initialize=True)",
            (a, rate) =>
                Timm.TanhLRScheduler(
                    rate,
                    a.Integer("t_initial"),
                    a.Number("lb"),
                    a.Number("ub"),
                    a.Number("lr_min"),
                    a.Number("cycle_mul"),
                    a.Number("cycle_decay"),
                    a.Integer("cycle_limit"),
                    a.Integer("warmup_t"),
                    a.Number("warmup_lr_init"),
                    a.Flag("warmup_prefix")
                )
        );
        Scheduler(
            "PolyLRScheduler(optimizer, t_initial, power=0.5, lr_min=0.0, cycle_mul=1.0, cycle_decay=1.0, cycle_limit=1, warmup_t=0, "
                + $"warmup_lr_init=0, warmup_prefix=False, t_in_epochs=True, {Noise}, k_decay=1.0, initialize=True)",
            (a, rate) =>
                Timm.PolyLRScheduler(
                    rate,
                    a.Integer("t_initial"),
                    a.Number("power"),
                    a.Number("lr_min"),
                    a.Number("cycle_mul"),
                    a.Number("cycle_decay"),
                    a.Integer("cycle_limit"),
                    a.Integer("warmup_t"),
                    a.Number("warmup_lr_init"),
                    a.Flag("warmup_prefix"),
                    a.Number("k_decay")
                )
        );
        Scheduler(
            "StepLRScheduler(optimizer, decay_t, decay_rate=1.0, warmup_t=0, warmup_lr_init=0, warmup_prefix=True, t_in_epochs=True, "
                + $"{Noise}, initialize=True)",
            (a, rate) =>
                Timm.StepLRScheduler(
                    rate,
                    a.Number("decay_t"),
                    a.Number("decay_rate"),
                    a.Integer("warmup_t"),
                    a.Number("warmup_lr_init"),
                    a.Flag("warmup_prefix")
                )
        );
        Scheduler(
            "MultiStepLRScheduler(optimizer, decay_t, decay_rate=1.0, warmup_t=0, warmup_lr_init=0, warmup_prefix=True, t_in_epochs=True, "
                + $"{Noise}, initialize=True)",
            (a, rate) =>
                Timm.MultiStepLRScheduler(
                    rate,
                    a.Integers("decay_t"),
                    a.Number("decay_rate"),
                    a.Integer("warmup_t"),
                    a.Number("warmup_lr_init"),
                    a.Flag("warmup_prefix")
                )
        );
        // The numbers that one stable or decay function has are read where they are given.
        Scheduler(
            "WSDLRScheduler(optimizer, t_initial, decay_t, lr_min=0.0, stable_fn='constant', stable_timescale=None, stable_power=None, "
                + $"decay_fn='1-sqrt', decay_power=None, decay_ratio=None, warmup_t=0, warmup_lr_init=0, t_in_epochs=True, {Noise}, "
                + "initialize=True)",
            (a, rate) =>
                Timm.WSDLRScheduler(
                    rate,
                    a.Integer("t_initial"),
                    a.Integer("decay_t"),
                    a.Number("lr_min"),
                    a.Choice<Func<double?>>(
                        "stable_fn",
                        ("constant", () => null),
                        ("rsqrt", () => 0.5),
                        ("power", () => a.Number("stable_power"))
                    )(),
                    a.NumberOrNull("stable_timescale"),
                    a.Choice<Func<Shape>>(
                        "decay_fn",
                        ("linear", () => Shapes.Linear),
                        ("1-sqrt", () => Shapes.SquareRoot),
                        ("cosine", () => Shapes.Cosine),
                        ("power", () => Shapes.Power(a.Number("decay_power"))),
                        ("exp", () => Shapes.Saturating(1 / a.Number("decay_ratio")))
                    )(),
                    a.Integer("warmup_t"),
                    a.Number("warmup_lr_init")
                )
        );
    }

    private void Scheduler(string signature, Func<Arguments, double, Func<int, double>> build) =>
        Add(
            signature,
            a =>
            {
                a.Only("noise_range_t", null, "random noise is no function of the step");
                return new RateScheduler(a.Function, a.Optimizer(), rate => new(build(a, rate()), null));
            }
        );
}
