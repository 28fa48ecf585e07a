namespace LrMath.Tests.Golden;

/// <summary>llm.c's train_gpt2.py, in LrMath's words: its warm-up reaches the peak at its last step.</summary>
internal sealed class LlmcRecords : RecordMap
{
    public LlmcRecords()
        : base("llmc") =>
        Rate(
            "get_lr",
            a =>
            {
                (double rate, int warmup) = (a.Number("learning_rate"), a.Int("warmup_iters"));
                Func<int, double> fall = Schedule.Cosine(
                    rate,
                    rate * a.Number("learning_rate_decay_frac"),
                    Math.Max(a.Int("num_iterations") - warmup, 0)
                );
                return fall.Warmup(Math.Max(warmup, 0), ends: WarmupEnds.End);
            }
        );
}
