namespace LrMath.Native;

/// <summary>The walk of docs/architecture.md. <c>WalkTests</c> counts the methods that the JIT compiles for it.</summary>
internal static class Walk
{
    /// <summary>Builds the schedule, and evaluates what is wanted.</summary>
    public static double To(string stage)
    {
        Func<int, double> lr = Schedule.Cosine(0.1, 0, 9_500).Warmup(500);
        return stage switch
        {
            "step" => lr(7_000),
            "range" => lr.Evaluate(0..10_000)[7_000],
            _ => double.NaN,
        };
    }
}
