using LrMath.ClosedLoop;
using LrMath.Frameworks;

namespace LrMath.Tests.Golden;

/// <summary>timm, in LrMath's words.</summary>
internal sealed class TimmRecords : RecordMap
{
    public TimmRecords()
        : base("timm")
    {
        Rate(
            "CosineLRScheduler",
            (a, lr) =>
                Alike(
                    a,
                    Timm.CosineLRScheduler(
                        lr,
                        a.Int("t_initial"),
                        a.Number("lr_min"),
                        a.Number("cycle_mul"),
                        a.Number("cycle_decay"),
                        a.Int("cycle_limit"),
                        a.Int("warmup_t"),
                        a.Number("warmup_lr_init"),
                        a.Flag("warmup_prefix"),
                        a.Number("k_decay")
                    )
                )
        );
        Rate(
            "PolyLRScheduler",
            (a, lr) =>
                Alike(
                    a,
                    Timm.PolyLRScheduler(
                        lr,
                        a.Int("t_initial"),
                        a.Number("power"),
                        a.Number("lr_min"),
                        a.Number("cycle_mul"),
                        a.Number("cycle_decay"),
                        a.Int("cycle_limit"),
                        a.Int("warmup_t"),
                        a.Number("warmup_lr_init"),
                        a.Flag("warmup_prefix"),
                        a.Number("k_decay")
                    )
                )
        );
        Rate(
            "TanhLRScheduler",
            (a, lr) =>
                Alike(
                    a,
                    Timm.TanhLRScheduler(
                        lr,
                        a.Int("t_initial"),
                        a.Number("lb"),
                        a.Number("ub"),
                        a.Number("lr_min"),
                        a.Number("cycle_mul"),
                        a.Number("cycle_decay"),
                        a.Int("cycle_limit"),
                        a.Int("warmup_t"),
                        a.Number("warmup_lr_init"),
                        a.Flag("warmup_prefix")
                    ),
                    Schedule.Ramp(lr, a.Number("lr_min"), a.Int("t_initial"), Shapes.Tanh(a.Number("lb"), a.Number("ub")))
                )
        );
        Rate(
            "StepLRScheduler",
            (a, lr) =>
                Alike(
                    a,
                    Timm.StepLRScheduler(
                        lr,
                        a.Number("decay_t"),
                        a.Number("decay_rate"),
                        a.Int("warmup_t"),
                        a.Number("warmup_lr_init"),
                        a.Flag("warmup_prefix")
                    )
                )
        );
        Rate(
            "MultiStepLRScheduler",
            (a, lr) =>
                Alike(
                    a,
                    Timm.MultiStepLRScheduler(
                        lr,
                        a.Ints("decay_t"),
                        a.Number("decay_rate"),
                        a.Int("warmup_t"),
                        a.Number("warmup_lr_init"),
                        a.Flag("warmup_prefix")
                    ),
                    Schedule.MultiStep(lr, a.Number("decay_rate"), a.Ints("decay_t")).Shift(1)
                )
        );
        Rate(
            "WSDLRScheduler",
            (a, lr) =>
                Alike(
                    a,
                    Timm.WSDLRScheduler(
                        lr,
                        a.Int("t_initial"),
                        a.Int("decay_t"),
                        a.Number("lr_min"),
                        a.Choice("stable_fn", ("constant", (double?)null), ("rsqrt", 0.5), ("power", a.Number("stable_power"))),
                        a.NumberOrNull("stable_timescale"),
                        a.Choice(
                            "decay_fn",
                            ("linear", Shapes.Linear),
                            ("1-sqrt", Shapes.SquareRoot),
                            ("cosine", Shapes.Cosine),
                            ("power", Shapes.Power(a.Number("decay_power"))),
                            ("exp", Shapes.Saturating(1 / a.Number("decay_ratio")))
                        ),
                        a.Int("warmup_t"),
                        a.Number("warmup_lr_init")
                    ),
                    Schedule.Constant(lr).Max(Schedule.Constant(a.Number("lr_min")))
                )
        );
        Record(
            "layer_decay",
            r =>
            {
                IReadOnlyList<Func<int, double>> layers = Timm.LayerDecay(
                    Schedule.Constant(1),
                    r.Args.Int("num_layers"),
                    r.Args.Number("layer_decay"),
                    r.Args.Number("min_scale")
                );
                return (Func<int, double>)(layer => layers[layer](0));
            }
        );
        Loop(
            "PlateauLRScheduler",
            (a, lr, metrics) =>
            {
                int warmup = a.Int("warmup_t");
                Func<int, double> schedule = Schedule.Constant(lr).Warmup(warmup, from: a.Number("warmup_lr_init"));
                FeedbackLoop<PlateauState> loop = schedule.Under(
                    Timm.PlateauLRScheduler(
                        lr,
                        a.Number("decay_rate"),
                        a.Int("patience_t"),
                        a.Number("threshold"),
                        a.Int("cooldown_t"),
                        a.Number("lr_min"),
                        a.Choice("mode", ("min", Mode.Min), ("max", Mode.Max))
                    )
                );
                double[] rates =
                [
                    .. metrics.Select(
                        (metric, step) =>
                        {
                            if (step + 1 > warmup)
                            {
                                loop.Observe(metric, afterStep: step);
                            }
                            return loop.Rate(step + 1);
                        }
                    ),
                ];
                return ((Answer)rates).With("initial", schedule(0));
            }
        );
    }

    /// <summary>Steps and epochs are counted alike; <c>at0</c> is what timm would give at step 0, were it asked there.</summary>
    private static Answer Alike(Arguments a, Func<int, double> rate, Func<int, double>? unwarmed = null)
    {
        a.Flag("t_in_epochs");
        return ((Answer)rate).With("at0", a.Int("warmup_t") == 0 && unwarmed is not null ? unwarmed(0) : rate(0));
    }
}
