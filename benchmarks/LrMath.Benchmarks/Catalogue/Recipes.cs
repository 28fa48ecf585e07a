namespace LrMath.Benchmarks;

internal static partial class Catalogue
{
    /// <summary>Recipes, and two schedules folded into one, made of the plain shapes.</summary>
    public static IReadOnlyList<Subject> Recipes(int steps)
    {
        Func<int, double> cosine = Schedule.Cosine(0.1, 0.001, steps);
        return
        [
            new("Warmup + Cosine", Schedule.Cosine(0.1, 0.001, steps - (steps / 10)).Warmup(steps / 10)),
            new("OneCycle", Schedule.OneCycle(0.1, steps)),
            new("WarmupStableDecay", Schedule.WarmupStableDecay(0.1, steps / 10, steps / 2, steps / 10 * 4)),
            new("TriStage", Schedule.TriStage(0.1, steps / 10, steps / 2, steps / 10 * 4)),
            new("FlatCosine", Schedule.FlatCosine(0.1, steps)),
            new("SlantedTriangular", Schedule.SlantedTriangular(0.1, steps)),
            new("RangeTest", Schedule.RangeTest(1e-6, 1, steps)),
            new(
                "Cyclic, halved",
                Schedule.Cyclic(0.001, 0.1, steps / 16, steps / 16, Schedule.ExponentialDecay(1, 0.5).PerEpoch(steps / 8))
            ),
            new(
                "Cyclic, shrinking",
                Schedule.Cyclic(0.001, 0.1, steps / 16, steps / 16, Schedule.ExponentialDecay(1, 0.5, every: steps / 4.0))
            ),
            new("Chain of two", cosine.Chain(Schedule.Linear(1, 0.5, steps))),
            new("Plus of two", cosine.Plus(Schedule.Linear(0.01, 0.005, steps))),
            new("Min of two", cosine.Min(Schedule.Linear(0.08, 0.01, steps))),
            new("Max of two", cosine.Max(Schedule.Linear(0.08, 0.01, steps))),
        ];
    }
}
