namespace LrMath.Tests.Golden;

/// <summary>
/// YOLOv5, in LrMath's words, batch by batch: a warm-up of at least a hundred, and after the epoch in which it ends, one epoch late.
/// </summary>
internal sealed class YoloV5Records : RecordMap
{
    public YoloV5Records()
        : base("yolov5") =>
        Rate(
            "train",
            (a, rate) =>
            {
                int batches = a.Int("nb");
                int warmup = Math.Max((int)Math.Round(a.Number("warmup_epochs") * batches, MidpointRounding.ToEven), 100);
                double start = a.Number("warmup_bias_lr") is var bias && a.Int("group") == 0 ? bias : 0;
                Func<int, double> regular = Yolo.Regular(a, rate);
                int epoch = warmup / batches;
                Answer answer = Yolo.Warmup(regular, start, warmup, held: warmup)
                    .Then(regular.Shift(epoch * batches), at: (epoch + 1) * batches);
                return answer.With("momentum", Schedule.Linear(a.Number("warmup_momentum"), a.Number("momentum"), warmup));
            }
        );
}
