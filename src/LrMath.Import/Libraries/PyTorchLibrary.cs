using LrMath.Frameworks;
using LrMath.Import.Values;

namespace LrMath.Import.Libraries;

/// <summary><c>torch.optim.lr_scheduler</c>, PyTorch 2.13.</summary>
internal sealed class PyTorchLibrary : Library
{
    internal PyTorchLibrary()
        : base("PyTorch", "torch", "lr_scheduler", "swa_utils")
    {
        Scheduler(
            "StepLR(optimizer, step_size, gamma=0.1, last_epoch=-1)",
            a => rate => PyTorch.StepLR(rate(), a.Integer("step_size"), a.Number("gamma"))
        );
        Scheduler(
            "MultiStepLR(optimizer, milestones, gamma=0.1, last_epoch=-1)",
            a => rate => PyTorch.MultiStepLR(rate(), [.. a.Integers("milestones").Order()], a.Number("gamma"))
        );
        Scheduler(
            "ConstantLR(optimizer, factor=1.0/3.0, total_iters=5, last_epoch=-1)",
            a => rate => PyTorch.ConstantLR(rate(), a.Number("factor"), a.Integer("total_iters"))
        );
        Scheduler(
            "LinearLR(optimizer, start_factor=1.0/3.0, end_factor=1.0, total_iters=5, last_epoch=-1)",
            a => rate => PyTorch.LinearLR(rate(), a.Number("start_factor"), a.Number("end_factor"), a.Integer("total_iters"))
        );
        Scheduler("ExponentialLR(optimizer, gamma, last_epoch=-1)", a => rate => PyTorch.ExponentialLR(rate(), a.Number("gamma")));
        Scheduler(
            "PolynomialLR(optimizer, total_iters=5, power=1.0, last_epoch=-1)",
            a => rate => PyTorch.PolynomialLR(rate(), a.Integer("total_iters"), a.Number("power"))
        );
        Scheduler(
            "CosineAnnealingLR(optimizer, T_max, eta_min=0.0, last_epoch=-1)",
            a => rate => PyTorch.CosineAnnealingLR(rate(), a.Integer("T_max"), a.Number("eta_min"))
        );
        Scheduler(
            "CosineAnnealingWarmRestarts(optimizer, T_0, T_mult=1, eta_min=0.0, last_epoch=-1)",
            a => rate => PyTorch.CosineAnnealingWarmRestarts(rate(), a.Integer("T_0"), a.Integer("T_mult"), a.Number("eta_min"))
        );
        Scheduler("LambdaLR(optimizer, lr_lambda, last_epoch=-1)", a => rate => PyTorch.LambdaLR(rate(), a.Schedule("lr_lambda")));
        Scheduler(
            "MultiplicativeLR(optimizer, lr_lambda, last_epoch=-1)",
            a => rate => PyTorch.MultiplicativeLR(rate(), a.Schedule("lr_lambda"))
        );
        Scheduler(
            "SWALR(optimizer, swa_lr, anneal_epochs=10, anneal_strategy='cos', last_epoch=-1)",
            a => rate => PyTorch.SWALR(rate(), a.Number("swa_lr"), a.Integer("anneal_epochs"), a.Anneal("anneal_strategy"))
        );
        Pair(
            "CyclicLR(optimizer, base_lr, max_lr, step_size_up=2000, step_size_down=None, mode='triangular', gamma=1.0, scale_fn=None, "
                + "scale_mode='cycle', cycle_momentum=True, base_momentum=0.8, max_momentum=0.9, last_epoch=-1)",
            a => _ => Cyclic(a)
        );
        Pair(
            "OneCycleLR(optimizer, max_lr, total_steps=None, epochs=None, steps_per_epoch=None, pct_start=0.3, anneal_strategy='cos', "
                + "cycle_momentum=True, base_momentum=0.85, max_momentum=0.95, div_factor=25.0, final_div_factor=1e4, "
                + "three_phase=False, last_epoch=-1)",
            a =>
                _ =>
                    PyTorch.OneCycleLR(
                        a.Number("max_lr"),
                        a.IntegerOrNull("total_steps"),
                        a.IntegerOrNull("epochs"),
                        a.IntegerOrNull("steps_per_epoch"),
                        a.Number("pct_start"),
                        a.Anneal("anneal_strategy"),
                        a.Flag("cycle_momentum"),
                        a.Number("base_momentum"),
                        a.Number("max_momentum"),
                        a.Number("div_factor"),
                        a.Number("final_div_factor"),
                        a.Flag("three_phase")
                    )
        );
        Pair(
            "SequentialLR(optimizer, schedulers, milestones, last_epoch=-1)",
            a =>
            {
                RateScheduler[] parts = a.Schedulers("schedulers");
                int[] milestones = a.Integers("milestones");
                return rate => Joined([.. parts.Select(p => p.Build(rate))], milestones);
            }
        );
        Add(
            "ChainedScheduler(schedulers, optimizer=None)",
            a =>
            {
                RateScheduler[] parts = a.Schedulers("schedulers");
                return new RateScheduler(
                    "ChainedScheduler",
                    parts.Length > 0 ? parts[0].Optimizer : a.Optimizer(),
                    rate => new(PyTorch.ChainedScheduler(rate(), [.. parts.Select(Member)]), null)
                );
            }
        );
        Add(
            "ReduceLROnPlateau(optimizer, mode='min', factor=0.1, patience=10, threshold=1e-4, threshold_mode='rel', cooldown=0, min_lr=0, "
                + "eps=1e-8)",
            a => new RatePolicy("ReduceLROnPlateau", a.Optimizer(), rate => a.PlateauPolicy(PyTorch.ReduceLROnPlateau, rate(), "eps"))
        );
    }

    private static Func<double, Func<int, double>> Member(RateScheduler part) => rate => part.Build(() => rate).Rate;

    // A part without a schedule for the momentum leaves it as it is: then the whole has none.
    internal static RateAndMomentum Joined(RateAndMomentum[] parts, int[] milestones) =>
        new(
            PyTorch.SequentialLR([.. parts.Select(p => p.Rate)], milestones),
            parts.All(p => p.Momentum is not null) ? PyTorch.SequentialLR([.. parts.Select(p => p.Momentum!)], milestones) : null
        );

    private static RateAndMomentum Cyclic(Arguments a) =>
        PyTorch.CyclicLR(
            a.Number("base_lr"),
            a.Number("max_lr"),
            a.Integer("step_size_up"),
            a.IntegerOrNull("step_size_down"),
            a.CyclicMode(),
            a.Number("gamma"),
            a.Flag("cycle_momentum"),
            a.Number("base_momentum"),
            a.Number("max_momentum")
        );

    private void Scheduler(string signature, Func<Arguments, Func<Func<double>, Func<int, double>>> build) =>
        Pair(
            signature,
            a =>
            {
                Func<Func<double>, Func<int, double>> built = build(a);
                return rate => new(built(rate), null);
            }
        );

    private void Pair(string signature, Func<Arguments, Func<Func<double>, RateAndMomentum>> build) =>
        Add(
            signature,
            a =>
            {
                a.Only("last_epoch", -1L, "a schedule that goes on is read from its state");
                return new RateScheduler(a.Function, a.Optimizer(), build(a));
            }
        );
}
