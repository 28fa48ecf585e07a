using LrMath.Frameworks;

namespace LrMath.Tests.Golden;

/// <summary>pytorch_warmup, in LrMath's words: a rate, chained with a dampening factor.</summary>
internal sealed class PytorchWarmupRecords : RecordMap
{
    public PytorchWarmupRecords()
        : base("pytorch_warmup")
    {
        Rate("LinearWarmup", (a, rate) => Base(a, rate).Chain(Linear(a.Int("warmup_period"))));
        Rate("ExponentialWarmup", (a, rate) => Base(a, rate).Chain(Exponential(a.Int("warmup_period"))));
        Rate("RAdamWarmup", (a, rate) => Base(a, rate).Chain(Schedule.Rectified(a.Number("beta2"))));

        // The period is cut to a whole number: 199 for a beta2 of 0.99.
        Rate("UntunedLinearWarmup", (a, rate) => Base(a, rate).Chain(Linear((int)(2 / (1 - a.Number("beta2"))))));
        Rate("UntunedExponentialWarmup", (a, rate) => Base(a, rate).Chain(Exponential((int)(1 / (1 - a.Number("beta2"))))));
    }

    private static Func<int, double> Linear(int period) => Schedule.Linear(0, 1, period).Shift(1);

    private static Func<int, double> Exponential(int period) => Schedule.ExponentialApproach(0, 1, timescale: period).Shift(1);

    // With a delay, the rate's own schedule starts one step before the delay is over.
    private static Func<int, double> Base(Arguments a, double rate)
    {
        Func<int, double> lr =
            a.Raw("base").ValueKind == System.Text.Json.JsonValueKind.Null ? Schedule.Constant(rate) : Torch(a.Member("base"), rate);
        return a.Int("delay") is > 0 and { } delay ? lr.Delay(delay - 1) : lr;
    }

    private static Func<int, double> Torch(Member member, double rate) =>
        member.Name switch
        {
            "StepLR" => PyTorch.StepLR(rate, member.Args.Int("step_size"), member.Args.Number("gamma")),
            "MultiStepLR" => PyTorch.MultiStepLR(rate, member.Args.Ints("milestones"), member.Args.Number("gamma")),
            "ExponentialLR" => PyTorch.ExponentialLR(rate, member.Args.Number("gamma")),
            "CosineAnnealingLR" => PyTorch.CosineAnnealingLR(rate, member.Args.Int("T_max"), member.Args.Number("eta_min")),
            "CosineAnnealingWarmRestarts" => PyTorch.CosineAnnealingWarmRestarts(
                rate,
                member.Args.Int("T_0"),
                member.Args.Int("T_mult"),
                member.Args.Number("eta_min")
            ),
            _ => throw new GoldenException($"the member {member.Name} of pytorch_warmup is unknown"),
        };
}
