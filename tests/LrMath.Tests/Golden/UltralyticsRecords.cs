namespace LrMath.Tests.Golden;

/// <summary>
/// Ultralytics, in LrMath's words, batch by batch: what the last batch of the warm-up has set stays, the rate until the next epoch.
/// </summary>
internal sealed class UltralyticsRecords : RecordMap
{
    public UltralyticsRecords()
        : base("ultralytics") =>
        Rate(
            "train",
            (a, rate) =>
            {
                (int batches, double share) = (a.Int("nb"), Math.Min(a.Number("warmup_epochs"), Math.Max(a.Int("epochs") - 1, 0)));
                int warmup = share > 0 ? (int)Math.Round(share * batches, MidpointRounding.ToEven) : 0;
                double start = a.Number("warmup_bias_lr") is var bias && a.Flag("bias") ? bias : 0;
                (double from, double to) = (a.Number("warmup_momentum"), a.Number("momentum"));
                Func<int, double> regular = Yolo.Regular(a, rate);
                if (warmup == 0)
                {
                    return ((Answer)regular).With("momentum", Schedule.Constant(to));
                }

                int next = (warmup + batches - 1) / batches * batches;
                Answer answer = Yolo.Warmup(regular, start, warmup, held: warmup - 1).Then(regular.Shift(next), at: next);
                return answer.With("momentum", Schedule.Linear(from, to, warmup).Freeze(warmup - 1));
            }
        );
}
