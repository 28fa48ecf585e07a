namespace LrMath.Tests.Golden;

/// <summary>
/// What YOLOv5 and Ultralytics have in common: a factor of the epoch, met by a warm-up whose target falls from epoch to epoch.
/// </summary>
internal static class Yolo
{
    public static Func<int, double> Regular(Arguments a, double rate)
    {
        (int epochs, double low) = (a.Int("epochs"), rate * a.Number("lrf"));
        Func<int, double> perEpoch = a.Flag("cos_lr")
            ? Schedule.CosineWave(rate, low, epochs)
            : Schedule.Line(rate, low - rate, every: epochs);
        return perEpoch.PerEpoch(a.Int("nb"));
    }

    /// <summary>A warm-up from start to the value that the schedule has at the same step.</summary>
    public static Func<int, double> Warmup(Func<int, double> regular, double start, int steps, int held) =>
        regular.Chain(Schedule.Linear(0, 1, steps).Freeze(held)).Plus(Schedule.Linear(start, 0, steps).Freeze(held));
}
