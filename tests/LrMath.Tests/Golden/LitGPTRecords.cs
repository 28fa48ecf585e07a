namespace LrMath.Tests.Golden;

/// <summary>LitGPT, in LrMath's words: for fine-tuning its cosine rises again.</summary>
internal sealed class LitGPTRecords : RecordMap
{
    public LitGPTRecords()
        : base("litgpt")
    {
        Rate(
            "get_lr",
            a =>
            {
                (double rate, int warmup) = (a.Number("learning_rate"), a.Int("warmup_iters"));
                return Common.AfterLine(
                    0,
                    rate,
                    warmup,
                    Schedule.Cosine(rate, a.Number("min_lr"), Math.Max(a.Int("max_iters") - warmup, 0))
                );
            }
        );
        Rate(
            "get_lr_scheduler",
            (a, rate) =>
            {
                int warmup = a.Int("warmup_steps");
                int fall = a.Int("max_steps") - warmup;
                return Common.AfterLine(0, rate, warmup, fall == 0 ? Schedule.Constant(rate) : Common.Wave(rate, 0, fall));
            }
        );
    }
}
