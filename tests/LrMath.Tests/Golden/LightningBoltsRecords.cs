namespace LrMath.Tests.Golden;

/// <summary>
/// Lightning Bolts, in LrMath's words: what it starts from is its first rate always, and without a warm-up its cosine's peak.
/// </summary>
internal sealed class LightningBoltsRecords : RecordMap
{
    public LightningBoltsRecords()
        : base("lightning_bolts")
    {
        Rate(
            "LinearWarmupCosineAnnealingLR",
            (a, rate) =>
            {
                (int warmup, int total) = (a.Int("warmup_epochs"), a.Int("max_epochs"));
                (double start, double floor) = (a.Number("warmup_start_lr"), a.Number("eta_min"));
                Func<int, double> wave = total == warmup ? Schedule.Constant(rate) : Common.Wave(rate, floor, total - warmup);
                Func<int, double> all =
                    warmup > 0
                        ? Schedule.Linear(start, rate, warmup - 1).Then(wave, at: warmup)
                        : Schedule.Cosine(start, floor, total).Then(wave.Shift(total + 1), at: total + 1);
                return Common.AfterFirst(start, all.Shift(1));
            }
        );

        // The line goes on below 0, the cosine rises again.
        Rate(
            "linear_warmup_decay",
            (a, rate) =>
            {
                int warmup = a.Int("warmup_steps");
                int steps = Math.Max(a.Int("total_steps") - warmup, 1);
                (bool cosine, bool linear) = (a.Flag("cosine"), a.Flag("linear"));
                return Common.AfterLine(
                    0,
                    rate,
                    warmup,
                    (cosine, linear) switch
                    {
                        (true, _) => Schedule.CosineWave(rate, 0, steps),
                        (_, true) => Schedule.Line(rate, -rate, every: steps),
                        _ => Schedule.Constant(rate),
                    }
                );
            }
        );
    }
}
