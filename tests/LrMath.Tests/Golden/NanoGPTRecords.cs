namespace LrMath.Tests.Golden;

/// <summary>nanoGPT, in LrMath's words: its warm-up does not reach the peak before it ends.</summary>
internal sealed class NanoGPTRecords : RecordMap
{
    public NanoGPTRecords()
        : base("nanogpt") =>
        Rate(
            "get_lr",
            a =>
            {
                (double rate, int warmup) = (a.Number("learning_rate"), a.Int("warmup_iters"));
                Func<int, double> fall = Schedule.Cosine(rate, a.Number("min_lr"), Math.Max(a.Int("lr_decay_iters") - warmup, 0));
                return fall.Warmup(Math.Max(warmup, 0), ends: WarmupEnds.Neither);
            }
        );
}
