using System.Text.Json;
using LrMath.ClosedLoop;
using LrMath.Frameworks;

namespace LrMath.Tests.Golden;

/// <summary>PaddlePaddle, in LrMath's words.</summary>
internal sealed class PaddleRecords : RecordMap
{
    public PaddleRecords()
        : base("paddle")
    {
        Rate("NoamDecay", a => Paddle.NoamDecay(a.Int("d_model"), a.Int("warmup_steps"), a.Number("learning_rate")));
        Rate("PiecewiseDecay", a => Paddle.PiecewiseDecay(a.Ints("boundaries"), a.Numbers("values")));
        Rate("NaturalExpDecay", a => Paddle.NaturalExpDecay(a.Number("learning_rate"), a.Number("gamma")));
        Rate("InverseTimeDecay", a => Paddle.InverseTimeDecay(a.Number("learning_rate"), a.Number("gamma")));
        Rate(
            "PolynomialDecay",
            a =>
                Paddle.PolynomialDecay(
                    a.Number("learning_rate"),
                    a.Int("decay_steps"),
                    a.Number("end_lr"),
                    a.Number("power"),
                    a.Flag("cycle")
                )
        );
        Rate(
            "LinearWarmup",
            a =>
                a.Raw("learning_rate").ValueKind == JsonValueKind.Object
                    ? Paddle.LinearWarmup(Build(a.Member("learning_rate")), a.Int("warmup_steps"), a.Number("start_lr"), a.Number("end_lr"))
                    : Paddle.LinearWarmup(a.Number("learning_rate"), a.Int("warmup_steps"), a.Number("start_lr"), a.Number("end_lr"))
        );
        Rate("ExponentialDecay", a => Paddle.ExponentialDecay(a.Number("learning_rate"), a.Number("gamma")));
        Rate("MultiStepDecay", a => Paddle.MultiStepDecay(a.Number("learning_rate"), a.Ints("milestones"), a.Number("gamma")));
        Rate("StepDecay", a => Paddle.StepDecay(a.Number("learning_rate"), a.Int("step_size"), a.Number("gamma")));
        Rate("CosineAnnealingDecay", a => Paddle.CosineAnnealingDecay(a.Number("learning_rate"), a.Int("T_max"), a.Number("eta_min")));
        Rate(
            "CosineAnnealingWarmRestarts",
            a => Paddle.CosineAnnealingWarmRestarts(a.Number("learning_rate"), a.Int("T_0"), a.Int("T_mult"), a.Number("eta_min"))
        );
        Rate(
            "OneCycleLR",
            a =>
                Paddle.OneCycleLR(
                    a.Number("max_learning_rate"),
                    a.Int("total_steps"),
                    a.Number("divide_factor"),
                    a.Number("end_learning_rate"),
                    a.Number("phase_pct"),
                    a.Choice("anneal_strategy", ("cos", Shapes.Cosine), ("linear", Shapes.Linear)),
                    a.Flag("three_phase")
                )
        );
        Rate("CyclicLR", Cyclic);
        Rate(
            "LinearLR",
            a => Paddle.LinearLR(a.Number("learning_rate"), a.Int("total_steps"), a.Number("start_factor"), a.Number("end_factor"))
        );
        Loop(
            "ReduceOnPlateau",
            (a, metrics) =>
            {
                double lr = a.Number("learning_rate");
                return ClosedLoopRecords.After(
                    Schedule.Constant(lr),
                    Paddle.ReduceOnPlateau(
                        lr,
                        a.Choice("mode", ("min", Mode.Min), ("max", Mode.Max)),
                        a.Number("factor"),
                        a.Int("patience"),
                        a.Number("threshold"),
                        a.Choice("threshold_mode", ("rel", false), ("abs", true)),
                        a.Int("cooldown"),
                        a.Number("min_lr"),
                        a.Number("epsilon")
                    ),
                    metrics
                );
            }
        );
    }

    private static Answer Cyclic(Arguments a)
    {
        // No record has a scale_fn: a function cannot be written into one. Without it, nothing reads the scale_mode.
        if (a.TextOrNull("scale_fn") is { } function)
        {
            throw new GoldenException($"the scale_fn {function} is unknown");
        }

        a.Choice("scale_mode", ("cycle", true), ("iterations", true));
        return Paddle.CyclicLR(
            a.Number("base_learning_rate"),
            a.Number("max_learning_rate"),
            a.Int("step_size_up"),
            a.IntOrNull("step_size_down"),
            a.Choice(
                "mode",
                ("triangular", CyclicModes.Triangular),
                ("triangular2", CyclicModes.Triangular2),
                ("exp_range", CyclicModes.ExpRange)
            ),
            a.Number("exp_gamma")
        );
    }
}
