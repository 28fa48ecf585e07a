using System.Text.Json;
using LrMath.Frameworks;

namespace LrMath.Tests.Golden;

/// <summary>optax, in LrMath's words.</summary>
internal sealed class OptaxRecords : RecordMap
{
    public OptaxRecords()
        : base("optax")
    {
        Rate("constant_schedule", a => Optax.ConstantSchedule(a.Number("value")));
        Rate(
            "linear_schedule",
            a => Optax.LinearSchedule(a.Number("init_value"), a.Number("end_value"), a.Int("transition_steps"), a.Int("transition_begin"))
        );
        Rate(
            "polynomial_schedule",
            a =>
                Optax.PolynomialSchedule(
                    a.Number("init_value"),
                    a.Number("end_value"),
                    a.Number("power"),
                    a.Int("transition_steps"),
                    a.Int("transition_begin")
                )
        );
        Rate(
            "exponential_decay",
            a =>
                Optax.ExponentialDecay(
                    a.Number("init_value"),
                    a.Int("transition_steps"),
                    a.Number("decay_rate"),
                    a.Int("transition_begin"),
                    a.Flag("staircase"),
                    a.NumberOrNull("end_value")
                )
        );
        Rate(
            "cosine_decay_schedule",
            a => Optax.CosineDecaySchedule(a.Number("init_value"), a.Int("decay_steps"), a.Number("alpha"), a.Number("exponent"))
        );
        Rate("piecewise_constant_schedule", a => Optax.PiecewiseConstantSchedule(a.Number("init_value"), Scales(a)));
        Rate(
            "piecewise_interpolate_schedule",
            a =>
                Optax.PiecewiseInterpolateSchedule(
                    a.Choice("interpolate_type", ("linear", Shapes.Linear), ("cosine", Shapes.Cosine)),
                    a.Number("init_value"),
                    Scales(a)
                )
        );
        Rate(
            "linear_onecycle_schedule",
            a =>
                Optax.LinearOnecycleSchedule(
                    a.Int("transition_steps"),
                    a.Number("peak_value"),
                    a.Number("pct_start"),
                    a.Number("pct_final"),
                    a.Number("div_factor"),
                    a.Number("final_div_factor")
                )
        );
        Rate(
            "cosine_onecycle_schedule",
            a =>
                Optax.CosineOnecycleSchedule(
                    a.Int("transition_steps"),
                    a.Number("peak_value"),
                    a.Number("pct_start"),
                    a.Number("div_factor"),
                    a.Number("final_div_factor")
                )
        );
        Rate(
            "warmup_constant_schedule",
            a => Optax.WarmupConstantSchedule(a.Number("init_value"), a.Number("peak_value"), a.Int("warmup_steps"))
        );
        Rate(
            "warmup_cosine_decay_schedule",
            a =>
                Optax.WarmupCosineDecaySchedule(
                    a.Number("init_value"),
                    a.Number("peak_value"),
                    a.Int("warmup_steps"),
                    a.Int("decay_steps"),
                    a.Number("end_value"),
                    a.Number("exponent")
                )
        );
        Rate(
            "warmup_exponential_decay_schedule",
            a =>
                Optax.WarmupExponentialDecaySchedule(
                    a.Number("init_value"),
                    a.Number("peak_value"),
                    a.Int("warmup_steps"),
                    a.Int("transition_steps"),
                    a.Number("decay_rate"),
                    a.Int("transition_begin"),
                    a.Flag("staircase"),
                    a.NumberOrNull("end_value")
                )
        );
        Rate(
            "sgdr_schedule",
            a =>
                Optax.SgdrSchedule([
                    .. a.NestedList("cosine_kwargs")
                        .Select(cycle => new CosineKwargs(
                            cycle.Number("init_value"),
                            cycle.Number("peak_value"),
                            cycle.Int("warmup_steps"),
                            cycle.Int("decay_steps"),
                            cycle.Number("end_value"),
                            cycle.Number("exponent")
                        )),
                ])
        );
        Rate("join_schedules", a => Optax.JoinSchedules([.. a.Members("schedules").Select(m => Build(m))], a.Ints("boundaries")));
        Loop(
            "reduce_on_plateau",
            (a, metrics) =>
                ClosedLoopRecords.After(
                    Schedule.Constant(1),
                    Optax.ReduceOnPlateau(
                        a.Number("factor"),
                        a.Int("patience"),
                        a.Number("rtol"),
                        a.Number("atol"),
                        a.Int("cooldown"),
                        a.Int("accumulation_size"),
                        a.Number("min_scale")
                    ),
                    metrics
                )
        );
    }

    // A dictionary, printed as a list of pairs; null is none.
    private static (int, double)[]? Scales(Arguments a)
    {
        const string name = "boundaries_and_scales";
        JsonElement pairs = a.Raw(name);
        return pairs.ValueKind == JsonValueKind.Null
            ? null
            : Json.List(
                pairs,
                name,
                (element, where) =>
                    Json.List(element, where, Json.Number) is [double boundary, double scale] && boundary == (int)boundary
                        ? ((int)boundary, scale)
                        : throw new GoldenException($"{where} is not a boundary and a scale: {element.GetRawText()}")
            );
    }
}
