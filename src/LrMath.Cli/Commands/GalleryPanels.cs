using System.Runtime.CompilerServices;
using LrMath.ClosedLoop;

namespace LrMath.Cli.Commands;

/// <summary>One panel of the gallery.</summary>
/// <param name="Title">PyTorch's name for the schedule, with the arguments that make it differ; or what else it is.</param>
/// <param name="Expression">Ours.</param>
/// <param name="Schedule">What the expression evaluates to.</param>
internal sealed record GalleryPanel(string Title, string Expression, Func<int, double> Schedule);

/// <summary>Schedules with a base rate of 0.001 over 32 steps; PyTorch's in the order of its documentation.</summary>
internal static class GalleryPanels
{
    /// <summary>The steps that every panel shows.</summary>
    public const int Steps = 32;

    /// <summary>The highest value of them all.</summary>
    public const double Highest = 0.001;

    /// <summary>PyTorch's.</summary>
    public static IReadOnlyList<GalleryPanel> All =>
        [
            Show("StepLR(4, gamma=0.5)", Schedule.Step(0.001, gamma: 0.5, every: 4)),
            Show("MultiStepLR([8, 24, 28], gamma=0.5)", Schedule.MultiStep(0.001, gamma: 0.5, [8, 24, 28])),
            Show("ConstantLR(0.5, total_iters=8)", Schedule.Hold(0.0005, 0.001, 8)),
            Show("LinearLR(0.5, total_iters=8)", Schedule.Linear(0.0005, 0.001, 8)),
            Show("ExponentialLR(gamma=0.5)", Schedule.ExponentialDecay(0.001, gamma: 0.5)),
            Show("PolynomialLR(total_iters=8)", Schedule.Polynomial(0.001, 0, 8, power: 1)),
            Show("PolynomialLR(total_iters=8, power=2)", Schedule.Polynomial(0.001, 0, 8, power: 2)),
            Show("CosineAnnealingLR(32, eta_min=1e-4)", Schedule.Cosine(0.001, 0.0001, 32)),
            Show("CosineAnnealingWarmRestarts(8, 1, 1e-4)", Schedule.CosineRestarts(0.001, 0.0001, period: 8)),
            Show("CyclicLR(1e-4, 1e-3, 4)", Schedule.Cyclic(0.0001, 0.001, 4, 4)),
            Show("CyclicLR(…, mode='triangular2')", Schedule.Cyclic(0.0001, 0.001, 4, 4, Schedule.Step(1, 0.5, 8))),
            Show("CyclicLR(…, 'exp_range', gamma=1)", Schedule.Cyclic(0.0001, 0.001, 4, 4, Schedule.Constant(1))),
            Show("CyclicLR(…, 'exp_range', gamma=0.95)", Schedule.Cyclic(0.0001, 0.001, 4, 4, Schedule.ExponentialDecay(1, 0.95))),
            Show("OneCycleLR(1e-3, total_steps=32)", Schedule.OneCycle(0.001, 32)),
            Show("OneCycleLR(…, anneal_strategy='linear')", Schedule.OneCycle(0.001, 32, shape: Shapes.Linear)),
            Show("LambdaLR(lambda t: 0.9 ** t)", step => 0.001 * Math.Pow(0.9, step)),
            Show("MultiplicativeLR(lambda t: 0.9)", Schedule.ExponentialDecay(0.001, gamma: 0.9)),
            Show("SequentialLR([linear, cosine], [8])", Schedule.Linear(0.0005, 0.001, 8).Then(Schedule.Cosine(0.001, 0, 24), at: 8)),
            Show("ChainedScheduler([linear, exponential])", Schedule.Linear(0.0005, 0.001, 8).Chain(Schedule.ExponentialDecay(1, 0.9))),
            Watching(
                "ReduceLROnPlateau(patience=3)",
                Schedule.Constant(0.001).Under(Plateau.PyTorch with { BaseRate = 0.001, Patience = 3 })
            ),
        ];

    /// <summary>What PyTorch does not have: other libraries' and papers' schedules, shapes and verbs.</summary>
    public static IReadOnlyList<GalleryPanel> More =>
        [
            Show("Warm-up, stable, decay", Schedule.WarmupStableDecay(0.001, 6, 16, 10)),
            Show("Noam (transformer)", Schedule.Noam(modelSize: 512, warmupSteps: 8, factor: 0.064)),
            Show("Rex", Schedule.Ramp(0.001, 0, 32, Shapes.Rex)),
            Show("Tanh (HTD)", Schedule.Ramp(0.001, 0, 32, Shapes.Tanh(-6, 3))),
            Show("Flat, then cosine", Schedule.FlatCosine(0.001, 32)),
            Show("Verb: Warmup", Schedule.Cosine(0.001, 0, 24).Warmup(8)),
            Show("Verb: PerEpoch", Schedule.Cosine(0.001, 0, 8).PerEpoch(4)),
            Show("Verbs: Repeat, Chain", Schedule.Linear(0.001, 0, 8).Repeat(8).Chain(Schedule.ExponentialDecay(1, 0.95))),
            Show("Verb: BranchAt", Schedule.Cosine(0.001, 0, 64).BranchAt(20, 0, 12, Shapes.SquareRoot)),
            Show("Verb: Reverse", Schedule.Exponential(0.001, 0.0001, 31).Reverse(31)),
        ];

    private static GalleryPanel Show(
        string title,
        Func<int, double> schedule,
        [CallerArgumentExpression(nameof(schedule))] string expression = ""
    ) => new(title, expression, schedule);

    /// <summary>A closed loop, shown at work: the loss falls for eight steps and then no more.</summary>
    private static GalleryPanel Watching(
        string title,
        FeedbackLoop<PlateauState> loop,
        [CallerArgumentExpression(nameof(loop))] string expression = ""
    )
    {
        for (int step = 0; step < Steps; step++)
        {
            loop.Observe(metric: Math.Max(1, 8 - step), afterStep: step);
        }

        return new GalleryPanel(title, expression, loop.RecordedRate());
    }
}
