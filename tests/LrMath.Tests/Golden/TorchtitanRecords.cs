namespace LrMath.Tests.Golden;

/// <summary>
/// torchtitan, in LrMath's words: the decay begins one step late, so that the last update is not at its end, and nothing holds it there.
/// </summary>
internal sealed class TorchtitanRecords : RecordMap
{
    public TorchtitanRecords()
        : base("torchtitan") => Rate("LRSchedulersContainer", WarmupStableDecay);

    private static Answer WarmupStableDecay(Arguments a, double rate)
    {
        int training = a.Int("training_steps");
        int total = a.IntOrNull("total_steps") ?? training;
        int warmup = Math.Min(a.Int("warmup_steps"), total);
        int left = total - warmup;
        int decay = a.NumberOrNull("decay_ratio") is { } share
            ? Math.Min((int)Math.Round(total * share, MidpointRounding.ToEven), left)
            : left;
        double low = rate * a.Number("min_lr_factor");
        Func<Func<int, double>> down = a.Choice<Func<Func<int, double>>>(
            "decay_type",
            ("linear", () => Schedule.Line(rate, low - rate, every: decay)),
            (
                "sqrt",
                () => Common.AfterFirst(rate, Schedule.PowerLaw((low - rate) / Math.Sqrt(decay), timescale: 1, power: -0.5).Offset(rate))
            ),
            ("cosine", () => Schedule.CosineWave(rate, low, decay))
        );
        Func<int, double> stable = Schedule.Constant(rate);
        return stable.Then(decay > 0 ? down() : stable, at: left - decay).Warmup(Math.Max(warmup, 0), ends: WarmupEnds.End);
    }
}
