using LrMath.ClosedLoop;
using LrMath.Frameworks;

namespace LrMath.Tests.Golden;

/// <summary>Hugging Face Transformers, in LrMath's words.</summary>
internal sealed class TransformersRecords : RecordMap
{
    public TransformersRecords()
        : base("transformers")
    {
        Rate("get_constant_schedule", (_, lr) => Transformers.GetConstantSchedule(lr));
        Rate("get_constant_schedule_with_warmup", (a, lr) => Transformers.GetConstantScheduleWithWarmup(lr, a.Int("num_warmup_steps")));
        Rate(
            "get_linear_schedule_with_warmup",
            (a, lr) => Transformers.GetLinearScheduleWithWarmup(lr, a.Int("num_warmup_steps"), a.Int("num_training_steps"))
        );
        Rate(
            "get_cosine_schedule_with_warmup",
            (a, lr) =>
                Transformers.GetCosineScheduleWithWarmup(lr, a.Int("num_warmup_steps"), a.Int("num_training_steps"), a.Number("num_cycles"))
        );
        Rate(
            "get_cosine_with_hard_restarts_schedule_with_warmup",
            (a, lr) =>
                Transformers.GetCosineWithHardRestartsScheduleWithWarmup(
                    lr,
                    a.Int("num_warmup_steps"),
                    a.Int("num_training_steps"),
                    a.Int("num_cycles")
                )
        );
        Rate(
            "get_polynomial_decay_schedule_with_warmup",
            (a, lr) =>
                Transformers.GetPolynomialDecayScheduleWithWarmup(
                    lr,
                    a.Int("num_warmup_steps"),
                    a.Int("num_training_steps"),
                    a.Number("lr_end"),
                    a.Number("power")
                )
        );
        Rate(
            "get_inverse_sqrt_schedule",
            (a, lr) => Transformers.GetInverseSqrtSchedule(lr, a.Int("num_warmup_steps"), a.NumberOrNull("timescale"))
        );
        Rate(
            "get_cosine_with_min_lr_schedule_with_warmup",
            (a, lr) =>
                Transformers.GetCosineWithMinLrScheduleWithWarmup(
                    lr,
                    a.Int("num_warmup_steps"),
                    a.Int("num_training_steps"),
                    a.Number("num_cycles"),
                    a.NumberOrNull("min_lr"),
                    a.NumberOrNull("min_lr_rate")
                )
        );
        Rate(
            "get_cosine_with_min_lr_schedule_with_warmup_lr_rate",
            (a, lr) =>
                Transformers.GetCosineWithMinLrScheduleWithWarmupLrRate(
                    lr,
                    a.Int("num_warmup_steps"),
                    a.Int("num_training_steps"),
                    a.Number("num_cycles"),
                    a.NumberOrNull("min_lr"),
                    a.NumberOrNull("min_lr_rate"),
                    a.NumberOrNull("warmup_lr_rate")
                )
        );
        Rate(
            "get_wsd_schedule",
            (a, lr) =>
                Transformers.GetWsdSchedule(
                    lr,
                    a.Int("num_warmup_steps"),
                    a.Int("num_decay_steps"),
                    a.IntOrNull("num_training_steps"),
                    a.IntOrNull("num_stable_steps"),
                    a.Choice("warmup_type", ("linear", Shapes.Linear), ("cosine", Shapes.Cosine), ("1-sqrt", Shapes.Polynomial(0.5))),
                    a.Choice("decay_type", ("linear", Shapes.Linear), ("cosine", null), ("1-sqrt", Shapes.SquareRoot)),
                    a.Number("min_lr_ratio"),
                    a.Number("num_cycles")
                )
        );
        Loop(
            "GreedyLR",
            (a, lr, metrics) =>
                After(
                    Schedule.Constant(lr),
                    metrics,
                    Transformers.GreedyLR(
                        lr,
                        a.Choice("mode", ("min", Mode.Min), ("max", Mode.Max)),
                        a.Number("factor"),
                        a.Int("patience"),
                        a.Number("threshold"),
                        a.Choice("threshold_mode", ("rel", true), ("abs", false)),
                        a.Int("cooldown"),
                        a.Int("warmup"),
                        a.Number("min_lr"),
                        a.Number("max_lr"),
                        a.Number("eps"),
                        a.Flag("smooth"),
                        a.Int("window_size"),
                        a.Int("reset_start")
                    )
                )
        );
    }

    private static double[] After(Func<int, double> schedule, double[] metrics, Greedy policy)
    {
        FeedbackLoop<GreedyState> loop = schedule.Under(policy);
        return
        [
            .. metrics.Select(
                (metric, step) =>
                {
                    loop.Observe(metric, afterStep: step);
                    return loop.Rate(step + 1);
                }
            ),
        ];
    }
}
