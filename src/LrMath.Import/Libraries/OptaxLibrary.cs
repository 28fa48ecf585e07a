using LrMath.Frameworks;
using LrMath.Import.Values;

namespace LrMath.Import.Libraries;

/// <summary><c>optax.schedules</c>, optax 0.2.8.</summary>
internal sealed class OptaxLibrary : Library
{
    internal OptaxLibrary()
        : base("optax", "optax")
    {
        Add("constant_schedule(value)", a => Optax.ConstantSchedule(a.Number("value")));
        Add(
            "linear_schedule(init_value, end_value, transition_steps, transition_begin=0)",
            a =>
                Optax.LinearSchedule(
                    a.Number("init_value"),
                    a.Number("end_value"),
                    a.Integer("transition_steps"),
                    a.Integer("transition_begin")
                )
        );
        Add(
            "polynomial_schedule(init_value, end_value, power, transition_steps, transition_begin=0)",
            a =>
                Optax.PolynomialSchedule(
                    a.Number("init_value"),
                    a.Number("end_value"),
                    a.Number("power"),
                    a.Integer("transition_steps"),
                    a.Integer("transition_begin")
                )
        );
        Add(
            "exponential_decay(init_value, transition_steps, decay_rate, transition_begin=0, staircase=False, end_value=None)",
            a =>
                Optax.ExponentialDecay(
                    a.Number("init_value"),
                    a.Integer("transition_steps"),
                    a.Number("decay_rate"),
                    a.Integer("transition_begin"),
                    a.Flag("staircase"),
                    a.NumberOrNull("end_value")
                )
        );
        Add(
            "cosine_decay_schedule(init_value, decay_steps, alpha=0.0, exponent=1.0)",
            a => Optax.CosineDecaySchedule(a.Number("init_value"), a.Integer("decay_steps"), a.Number("alpha"), a.Number("exponent"))
        );
        Add(
            "piecewise_constant_schedule(init_value, boundaries_and_scales=None)",
            a => Optax.PiecewiseConstantSchedule(a.Number("init_value"), a.Boundaries("boundaries_and_scales"))
        );
        Add(
            "piecewise_interpolate_schedule(interpolate_type, init_value, boundaries_and_scales=None)",
            a =>
                Optax.PiecewiseInterpolateSchedule(
                    a.Choice("interpolate_type", ("linear", Shapes.Linear), ("cosine", Shapes.Cosine)),
                    a.Number("init_value"),
                    a.Boundaries("boundaries_and_scales")
                )
        );
        Add(
            "linear_onecycle_schedule(transition_steps, peak_value, pct_start=0.3, pct_final=0.85, div_factor=25.0, final_div_factor=1e4)",
            a =>
                Optax.LinearOnecycleSchedule(
                    a.Integer("transition_steps"),
                    a.Number("peak_value"),
                    a.Number("pct_start"),
                    a.Number("pct_final"),
                    a.Number("div_factor"),
                    a.Number("final_div_factor")
                )
        );
        Add(
            "cosine_onecycle_schedule(transition_steps, peak_value, pct_start=0.3, div_factor=25.0, final_div_factor=1e4)",
            a =>
                Optax.CosineOnecycleSchedule(
                    a.Integer("transition_steps"),
                    a.Number("peak_value"),
                    a.Number("pct_start"),
                    a.Number("div_factor"),
                    a.Number("final_div_factor")
                )
        );
        Add(
            "warmup_constant_schedule(init_value, peak_value, warmup_steps)",
            a => Optax.WarmupConstantSchedule(a.Number("init_value"), a.Number("peak_value"), a.Integer("warmup_steps"))
        );
        Add(
            "warmup_cosine_decay_schedule(init_value, peak_value, warmup_steps, decay_steps, end_value=0.0, exponent=1.0)",
            a =>
                Optax.WarmupCosineDecaySchedule(
                    a.Number("init_value"),
                    a.Number("peak_value"),
                    a.Integer("warmup_steps"),
                    a.Integer("decay_steps"),
                    a.Number("end_value"),
                    a.Number("exponent")
                )
        );
        Add(
            "warmup_exponential_decay_schedule(init_value, peak_value, warmup_steps, transition_steps, decay_rate, transition_begin=0, "
                + "staircase=False, end_value=None)",
            a =>
                Optax.WarmupExponentialDecaySchedule(
                    a.Number("init_value"),
                    a.Number("peak_value"),
                    a.Integer("warmup_steps"),
                    a.Integer("transition_steps"),
                    a.Number("decay_rate"),
                    a.Integer("transition_begin"),
                    a.Flag("staircase"),
                    a.NumberOrNull("end_value")
                )
        );
        Add("join_schedules(schedules, boundaries)", a => Optax.JoinSchedules(a.Schedules("schedules"), a.Integers("boundaries")));
        Add("sgdr_schedule(cosine_kwargs)", a => Optax.SgdrSchedule([.. a.List("cosine_kwargs").Select(item => Cycle(a, item))]));
    }

    private static CosineKwargs Cycle(Arguments a, object? item)
    {
        PythonDictionary values = item as PythonDictionary ?? throw a.Wrong("cosine_kwargs", item, "a list of dictionaries");
        Arguments cycle = CycleSignature.Bind(values.Arguments("sgdr_schedule's cosine_kwargs"));
        return new CosineKwargs(
            cycle.Number("init_value"),
            cycle.Number("peak_value"),
            cycle.Integer("warmup_steps"),
            cycle.Integer("decay_steps"),
            cycle.Number("end_value"),
            cycle.Number("exponent")
        );
    }

    private static Signature CycleSignature { get; } =
        Signature.Parse("cosine_kwargs(init_value, peak_value, warmup_steps, decay_steps, end_value=0.0, exponent=1.0)");
}
