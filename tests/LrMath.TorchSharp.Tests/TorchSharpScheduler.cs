using LrMath.Tests.Golden;
using static TorchSharp.torch.optim;
using static TorchSharp.torch.optim.lr_scheduler;

namespace LrMath.TorchSharp.Tests;

/// <summary>TorchSharp's own scheduler for a golden record of PyTorch, on a real optimizer.</summary>
internal static class TorchSharpScheduler
{
    public static readonly IReadOnlyList<string> Missing = ["CosineAnnealingWarmRestarts", "SWALR"];

    /// <summary>Whether it or one of its members does not exist in TorchSharp.</summary>
    public static bool IsMissing(GoldenRecord record) =>
        Missing.Contains(record.Name)
        || (
            record.Name is "SequentialLR" or "ChainedScheduler"
            && record.Args.Members("schedulers").Any(member => Missing.Contains(member.Name))
        );

    public static LRScheduler Of(GoldenRecord record, Optimizer optimizer) => Of(record.Name, record.Args, optimizer);

    private static LRScheduler Of(string name, Arguments a, Optimizer optimizer) =>
        name switch
        {
            "StepLR" => StepLR(optimizer, a.Int("step_size"), a.Number("gamma")),
            "MultiStepLR" => MultiStepLR(optimizer, a.Ints("milestones"), a.Number("gamma")),
            "ConstantLR" => ConstantLR(optimizer, a.Number("factor"), a.Int("total_iters")),
            "LinearLR" => LinearLR(optimizer, a.Number("start_factor"), a.Number("end_factor"), a.Int("total_iters")),
            "ExponentialLR" => ExponentialLR(optimizer, a.Number("gamma")),
            "PolynomialLR" => PolynomialLR(optimizer, a.Int("total_iters"), a.Number("power")),
            "CosineAnnealingLR" => CosineAnnealingLR(optimizer, a.Int("T_max"), a.Number("eta_min")),
            "CyclicLR" => CyclicLR(
                optimizer,
                a.Number("base_lr"),
                a.Number("max_lr"),
                a.Int("step_size_up"),
                a.IntOrNull("step_size_down") ?? -1,
                a.Choice(
                    "mode",
                    ("triangular", impl.CyclicLR.Mode.Triangular),
                    ("triangular2", impl.CyclicLR.Mode.Triangular2),
                    ("exp_range", impl.CyclicLR.Mode.ExpRange)
                ),
                a.Number("gamma"),
                cycle_momentum: a.Flag("cycle_momentum"),
                base_momentum: a.Number("base_momentum"),
                max_momentum: a.Number("max_momentum")
            ),
            "OneCycleLR" => OneCycleLR(
                optimizer,
                a.Number("max_lr"),
                a.Int("total_steps"),
                pct_start: a.Number("pct_start"),
                anneal_strategy: a.Choice(
                    "anneal_strategy",
                    ("cos", impl.OneCycleLR.AnnealStrategy.Cos),
                    ("linear", impl.OneCycleLR.AnnealStrategy.Linear)
                ),
                cycle_momentum: a.Flag("cycle_momentum"),
                base_momentum: a.Number("base_momentum"),
                max_momentum: a.Number("max_momentum"),
                div_factor: a.Number("div_factor"),
                final_div_factor: a.Number("final_div_factor"),
                three_phase: a.Flag("three_phase")
            ),
            "LambdaLR" => LambdaLR(optimizer, TorchRecords.Lambda(a)),
            "MultiplicativeLR" => MultiplicativeLR(optimizer, TorchRecords.Lambda(a)),
            "SequentialLR" => SequentialLR(optimizer, Members(a, optimizer), a.Ints("milestones")),
            "ChainedScheduler" => ChainedLR(Members(a, optimizer)),
            "ReduceLROnPlateau" => ReduceLROnPlateau(
                optimizer,
                a.Choice("mode", ("min", "min"), ("max", "max")),
                a.Number("factor"),
                a.Int("patience"),
                a.Number("threshold"),
                a.Choice("threshold_mode", ("rel", "rel"), ("abs", "abs")),
                a.Int("cooldown"),
                [a.Number("min_lr")],
                a.Number("eps")
            ),
            _ => throw new ArgumentException($"{name} is not in TorchSharp.", nameof(name)),
        };

    private static LRScheduler[] Members(Arguments a, Optimizer optimizer) =>
        [.. a.Members("schedulers").Select(member => Of(member.Name, member.Args, optimizer))];
}
