namespace LrMath.Tests.Golden;

/// <summary>Keras CV's example, in LrMath's words: the warm-up is from 0, and the hold has one step more than it says.</summary>
internal sealed class KerasCVRecords : RecordMap
{
    public KerasCVRecords()
        : base("keras_cv") =>
        Rate(
            "WarmUpCosineDecay",
            a =>
            {
                a.Ignore("start_lr");
                double peak = a.Number("target_lr");
                (int warmup, int total, int hold) = (a.Int("warmup_steps"), a.Int("total_steps"), a.Int("hold"));
                Func<int, double> fall = Schedule.Cosine(peak, 0, Math.Max(total - warmup - hold, 0));
                Func<int, double> held = hold > 0 ? Schedule.Constant(peak).Then(fall.Shift(1), at: hold + 1) : fall;
                return Common.AfterLine(0, peak, warmup, held).Then(Schedule.Constant(0), at: Math.Max(total + 1, 0));
            }
        );
}
