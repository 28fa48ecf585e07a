namespace LrMath.Benchmarks.Comparison.Rows;

/// <summary>What it takes to build a schedule, and the memory that it keeps.</summary>
internal static class BuildRows
{
    private const double MostNanoseconds = 2000;
    private const double MostBytes = 2048;
    private const double MostBytesWithTable = 4096;
    private const int Copies = 1000;

    public static void Add(Race race, int steps)
    {
        string[] exponential = ["Exponential", "TriStage", "RangeTest"];
        (string Name, Func<Func<int, double>> Build)[] builds =
        [
            ("Cosine", () => Schedule.Cosine(0.1, 0.001, steps)),
            ("Exponential", () => Schedule.Exponential(0.1, 0.001, steps)),
            ("Warmup + Cosine", () => Schedule.Cosine(0.1, 0.001, steps).Warmup(steps / 10)),
            ("OneCycle", () => Schedule.OneCycle(0.1, steps)),
            ("WarmupStableDecay", () => Schedule.WarmupStableDecay(0.1, steps / 10, steps / 2, steps / 10 * 4)),
            ("TriStage", () => Schedule.TriStage(0.1, steps / 10, steps / 2, steps / 10 * 4)),
            ("FlatCosine", () => Schedule.FlatCosine(0.1, steps)),
            ("SlantedTriangular", () => Schedule.SlantedTriangular(0.1, steps)),
            ("RangeTest", () => Schedule.RangeTest(1e-6, 1, steps)),
            ("Phases", () => Schedule.Phases(steps, 0, [(5, 0.1), (75, 0.1), (20, 0)])),
            ("CosineRestarts", () => Schedule.CosineRestarts(0.1, 0.001, steps / 10.0)),
            ("Cyclic", () => Schedule.Cyclic(0.001, 0.1, steps / 16, steps / 16)),
        ];

        race.Group("Building a schedule");
        foreach ((string name, Func<Func<int, double>> build) in builds)
        {
            Entrant entrant = race.Add(name, 1, () => GC.KeepAlive(build()));
            race.Row(() => new(name, "", Goal.Takes(MostNanoseconds, "ns"), entrant.Spread));
        }

        race.Group("Memory that a schedule keeps");
        foreach ((string name, Func<Func<int, double>> build) in builds)
        {
            double most = exponential.Contains(name) ? MostBytesWithTable : MostBytes;
            race.Row(() => Row.Counted(name, Goal.Takes(most, "bytes"), Kept(build)));
        }
    }

    private static double Kept(Func<Func<int, double>> build)
    {
        var all = new Func<int, double>[Copies];
        long before = GC.GetTotalMemory(forceFullCollection: true);
        for (int i = 0; i < Copies; i++)
        {
            all[i] = build();
        }

        double kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(all);
        return kept / Copies;
    }
}
