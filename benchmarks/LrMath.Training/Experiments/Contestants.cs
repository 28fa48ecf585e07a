using LrMath.ClosedLoop;

namespace LrMath.Training;

/// <summary>
/// The schedules of the guides, each in the form that the guides give it and with all lengths in proportion to the run: nothing but the
/// base
/// rate is left to tune.
/// </summary>
public static class Contestants
{
    public const string Constant = "constant";
    public const string Step = "StepLR";
    public const string MultiStep = "MultiStepLR";
    public const string Exponential = "ExponentialLR 0.9";
    public const string GuideExponential = "ExponentialLR 0.95";
    public const string ExponentialToEnd = "exponential to 1%";
    public const string Cosine = "CosineAnnealingLR";
    public const string OnPlateau = "ReduceLROnPlateau";
    public const string OneCycle = "OneCycleLR";
    public const string WarmupCosine = "warm-up + cosine";
    public const string WarmupStableDecay = "warm-up-stable-decay";
    public const string Restarts = "warm restarts";

    public static IReadOnlyList<Contestant> All { get; } =
    [
        Contestant.Of(Constant, (rate, _, _) => Schedule.Constant(rate)),
        Contestant.Of(Step, (rate, epochs, perEpoch) => Schedule.Step(rate, 0.1, (epochs + 2) / 3).PerEpoch(perEpoch)),
        Contestant.Of(
            MultiStep,
            (rate, epochs, perEpoch) => Schedule.MultiStep(rate, 0.1, [epochs / 2, epochs * 3 / 4]).PerEpoch(perEpoch)
        ),
        Contestant.Of(Exponential, (rate, _, perEpoch) => Schedule.ExponentialDecay(rate, 0.9).PerEpoch(perEpoch)),
        Contestant.Of(ExponentialToEnd, (rate, epochs, perEpoch) => Schedule.Exponential(rate, 0.01 * rate, epochs * perEpoch)),
        Contestant.Of(Cosine, (rate, epochs, perEpoch) => Schedule.Cosine(rate, 0, epochs * perEpoch)),
        new(OnPlateau, UnderPlateau),
        new(OneCycle, WithCounterMomentum),
        Contestant.Of(
            WarmupCosine,
            (rate, epochs, perEpoch) =>
                Schedule.Cosine(rate, 0, epochs * perEpoch - Tenth(epochs, perEpoch)).Warmup(Tenth(epochs, perEpoch))
        ),
        Contestant.Of(
            WarmupStableDecay,
            (rate, epochs, perEpoch) =>
            {
                int warmup = Tenth(epochs, perEpoch);
                int decay = Math.Min(2 * warmup, epochs * perEpoch - warmup);
                return Schedule.WarmupStableDecay(rate, warmup, epochs * perEpoch - warmup - decay, decay);
            }
        ),
        // Three cycles of 1, 2 and 4 parts: the run ends with the third.
        Contestant.Of(
            Restarts,
            (rate, epochs, perEpoch) => Schedule.CosineRestarts(rate, 0, Math.Max(1, epochs * perEpoch / 7.0), periodFactor: 2)
        ),
    ];

    /// <summary>
    /// The second guide's own arguments, in proportion to the run: a tenth every 30 %, a tenth at 30, 60 and 90 %, 0.95 an epoch, cosine to
    /// 0,
    /// plateau with a patience of a tenth of the run, one cycle; then three that it leaves out.
    /// </summary>
    public static IReadOnlyList<Contestant> Guide { get; } =
    [
        Contestant.Of(Step, (rate, epochs, perEpoch) => Schedule.Step(rate, 0.1, Share(0.3, epochs, perEpoch))),
        Contestant.Of(
            MultiStep,
            (rate, epochs, perEpoch) =>
                Schedule.MultiStep(rate, 0.1, [Share(0.3, epochs, perEpoch), Share(0.6, epochs, perEpoch), Share(0.9, epochs, perEpoch)])
        ),
        Contestant.Of(GuideExponential, (rate, _, perEpoch) => Schedule.ExponentialDecay(rate, 0.95).PerEpoch(perEpoch)),
        Named(Cosine),
        Named(OnPlateau),
        Named(OneCycle),
        Named(Constant),
        Named(WarmupCosine),
        Named(WarmupStableDecay),
    ];

    private static Contestant Named(string name) => All.First(contestant => contestant.Name == name);

    private static int Share(double fraction, int epochs, int stepsPerEpoch) =>
        Math.Max(1, (int)Math.Round(fraction * epochs * stepsPerEpoch));

    private static int Tenth(int epochs, int stepsPerEpoch) => Math.Max(1, epochs * stepsPerEpoch / 10);

    private static Rates UnderPlateau(double rate, int epochs, int stepsPerEpoch)
    {
        FeedbackLoop<PlateauState> loop = Schedule
            .Constant(rate)
            .Under(Plateau.PyTorch with { BaseRate = rate, Patience = Math.Max(1, epochs / 10) });
        return new Rates(loop.Rate, EpochEnded: loss => loop.Observe(loss));
    }

    // PyTorch's default: momentum falls from 0.95 to 0.85 while the rate rises, and comes back with it.
    private static Rates WithCounterMomentum(double rate, int epochs, int stepsPerEpoch)
    {
        Func<int, double> lr = Schedule.OneCycle(rate, epochs * stepsPerEpoch);
        return new Rates(lr, Momentum: lr.Scale(-0.1 / rate).Offset(0.95));
    }
}
