namespace LrMath.Tests.Golden;

/// <summary>schedule-free, in LrMath's words: a warm-up, and the weight of the newest point in the average of all.</summary>
internal sealed class ScheduleFreeRecords : RecordMap
{
    public ScheduleFreeRecords()
        : base("schedulefree")
    {
        foreach (string name in new[] { "SGDScheduleFree", "AdamWScheduleFree" })
        {
            Rate(
                name,
                a =>
                {
                    a.Ignore("momentum", "betas");
                    (int warmup, double rate, double power) = (a.Int("warmup_steps"), a.Number("lr"), a.Number("weight_lr_power"));

                    // (step + 1)^r · lr^power, but for a factor that cancels; powers of the line are a power law that is cut off.
                    Func<int, double> weight = Grown(1, a.Number("r"))
                        .Chain(warmup > 0 && power != 0 ? Grown(Math.Pow(warmup, -power), power).Freeze(warmup - 1) : Schedule.Constant(1));
                    Answer answer = Schedule.Constant(rate).Warmup(Math.Max(warmup, 0), ends: WarmupEnds.End);
                    return answer.With("average", step => weight(step) / weight.Evaluate(0..(step + 1)).Sum());
                }
            );
        }
    }

    // first · (step + 1)^power
    private static Func<int, double> Grown(double first, double power) => Schedule.PowerLaw(first, timescale: 1, power: -power);
}
