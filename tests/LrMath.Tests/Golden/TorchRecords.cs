using LrMath.ClosedLoop;
using LrMath.Frameworks;

namespace LrMath.Tests.Golden;

internal sealed class TorchRecords : RecordMap
{
    public TorchRecords()
        : base("torch")
    {
        Rate("StepLR", (a, lr) => PyTorch.StepLR(lr, a.Int("step_size"), a.Number("gamma")));
        Rate("MultiStepLR", (a, lr) => PyTorch.MultiStepLR(lr, a.Ints("milestones"), a.Number("gamma")));
        Rate("ConstantLR", (a, lr) => PyTorch.ConstantLR(lr, a.Number("factor"), a.Int("total_iters")));
        Rate("LinearLR", (a, lr) => PyTorch.LinearLR(lr, a.Number("start_factor"), a.Number("end_factor"), a.Int("total_iters")));
        Rate("ExponentialLR", (a, lr) => PyTorch.ExponentialLR(lr, a.Number("gamma")));
        Rate("PolynomialLR", (a, lr) => PyTorch.PolynomialLR(lr, a.Int("total_iters"), a.Number("power")));
        Rate("CosineAnnealingLR", (a, lr) => PyTorch.CosineAnnealingLR(lr, a.Int("T_max"), a.Number("eta_min")));
        Rate(
            "CosineAnnealingWarmRestarts",
            (a, lr) => PyTorch.CosineAnnealingWarmRestarts(lr, a.Int("T_0"), a.Int("T_mult"), a.Number("eta_min"))
        );
        Rate(
            "CyclicLR",
            a =>
                Both(
                    PyTorch.CyclicLR(
                        a.Number("base_lr"),
                        a.Number("max_lr"),
                        a.Int("step_size_up"),
                        a.IntOrNull("step_size_down"),
                        a.Choice(
                            "mode",
                            ("triangular", CyclicModes.Triangular),
                            ("triangular2", CyclicModes.Triangular2),
                            ("exp_range", CyclicModes.ExpRange)
                        ),
                        a.Number("gamma"),
                        a.Flag("cycle_momentum"),
                        a.Number("base_momentum"),
                        a.Number("max_momentum")
                    )
                )
        );
        Rate(
            "OneCycleLR",
            a =>
                Both(
                    PyTorch.OneCycleLR(
                        a.Number("max_lr"),
                        a.Int("total_steps"),
                        pctStart: a.Number("pct_start"),
                        annealStrategy: Anneal(a),
                        cycleMomentum: a.Flag("cycle_momentum"),
                        baseMomentum: a.Number("base_momentum"),
                        maxMomentum: a.Number("max_momentum"),
                        divFactor: a.Number("div_factor"),
                        finalDivFactor: a.Number("final_div_factor"),
                        threePhase: a.Flag("three_phase")
                    )
                )
        );
        Rate("LambdaLR", (a, lr) => PyTorch.LambdaLR(lr, Lambda(a)));
        Rate("MultiplicativeLR", (a, lr) => PyTorch.MultiplicativeLR(lr, Lambda(a)));
        Rate("SequentialLR", (a, lr) => PyTorch.SequentialLR([.. a.Members("schedulers").Select(m => Build(m, lr))], a.Ints("milestones")));
        Rate(
            "ChainedScheduler",
            (a, lr) =>
                PyTorch.ChainedScheduler(
                    lr,
                    [.. a.Members("schedulers").Select(m => (Func<double, Func<int, double>>)(rate => Build(m, rate)))]
                )
        );
        Loop(
            "ReduceLROnPlateau",
            (a, lr, metrics) =>
                After(
                    Schedule.Constant(lr),
                    metrics,
                    PyTorch.ReduceLROnPlateau(
                        lr,
                        a.Choice("mode", ("min", Mode.Min), ("max", Mode.Max)),
                        a.Number("factor"),
                        a.Int("patience"),
                        a.Number("threshold"),
                        a.Choice("threshold_mode", ("rel", false), ("abs", true)),
                        a.Int("cooldown"),
                        a.Number("min_lr"),
                        a.Number("eps")
                    )
                )
        );
        Rate("SWALR", (a, lr) => PyTorch.SWALR(lr, a.Number("swa_lr"), a.Int("anneal_epochs"), Anneal(a)));
    }

    private static Answer Both(RateAndMomentum both) =>
        both.Momentum is { } momentum ? ((Answer)both.Rate).With("momentum", momentum) : both.Rate;

    private static double[] After(Func<int, double> schedule, double[] metrics, Plateau policy)
    {
        FeedbackLoop<PlateauState> loop = schedule.Under(policy);
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

    private static Shape Anneal(Arguments a) => a.Choice("anneal_strategy", ("cos", Shapes.Cosine), ("linear", Shapes.Linear));

    internal static Func<int, double> Lambda(Arguments a) =>
        a.Choice<Func<int, double>>(
            "lr_lambda",
            ("0.95**t", t => Math.Pow(0.95, t)),
            ("1/(1+t)", t => 1.0 / (1 + t)),
            ("1/sqrt(1+t)", t => 1 / Math.Sqrt(1 + t)),
            ("t//30", t => t / 30),
            ("0.9", _ => 0.9),
            ("1", _ => 1)
        );
}
