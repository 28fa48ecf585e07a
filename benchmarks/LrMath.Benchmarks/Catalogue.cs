namespace LrMath.Benchmarks;

/// <summary>The schedules that are measured, each spread over a given number of steps.</summary>
internal static class Catalogue
{
    /// <summary>Constant, linear, cosine, exponential and step shapes: a value costs some additions and multiplications.</summary>
    public static IReadOnlyList<Subject> Plain(int steps) =>
    [
        new("Constant", Schedule.Constant(0.1)),
        new("Linear", Schedule.Linear(0.1, 0.001, steps)),
        new("Cosine", Schedule.Cosine(0.1, 0.001, steps)),
        new("Exponential", Schedule.Exponential(0.1, 0.001, steps)),
        new("ExponentialDecay", Schedule.ExponentialDecay(0.1, 0.5, every: steps / 8.0)),
        new("ExponentialDecay, staircase", Schedule.ExponentialDecay(0.1, 0.5, every: steps / 8.0, staircase: true)),
        new("Step", Schedule.Step(0.1, 0.5, steps / 8)),
        new("MultiStep", Schedule.MultiStep(0.1, 0.1, [steps / 2, steps / 4 * 3])),
        new("Piecewise", Schedule.Piecewise([0.1, 0.03, 0.01], [steps / 3, steps / 2])),
        new("Path, linear", Schedule.Path([(0, 0.01), (steps * 0.3, 0.1), (steps * 0.6, 0.05), (steps - 1, 0)])),
        new("Cyclic", Schedule.Cyclic(0.001, 0.1, steps / 16, steps / 16)),
        new("CosineRestarts", Schedule.CosineRestarts(0.1, 0.001, steps / 10.0)),
        new("CosineRestarts, growing", Schedule.CosineRestarts(0.1, 0.001, steps / 15.0, periodFactor: 2, peakDecay: 0.9)),
    ];

    /// <summary>Shapes that need a root, a quotient or a general power for every value.</summary>
    public static IReadOnlyList<Subject> Heavy(int steps) =>
    [
        new("SquareRoot", Schedule.SquareRoot(0.1, 0.001, steps)),
        new("Polynomial, power 2", Schedule.Polynomial(0.1, 0.001, steps, 2)),
        new("Polynomial, power 0.9", Schedule.Polynomial(0.1, 0.001, steps, 0.9)),
        new("InverseTime", Schedule.InverseTime(0.1, 0.5, every: steps / 8.0)),
        new("InverseTime, power 0.75", Schedule.InverseTime(0.1, 0.5, every: steps / 8.0, power: 0.75)),
        new("InverseSquareRoot", Schedule.InverseSquareRoot(0.1, steps / 8.0)),
        new("PowerLaw, power 0.7", Schedule.PowerLaw(0.1, steps / 8.0, 0.7)),
        new("Noam", Schedule.Noam(512, steps / 8)),
    ];

    /// <summary>Recipes and chains, made of the plain shapes.</summary>
    public static IReadOnlyList<Subject> Recipes(int steps) =>
    [
        new("Warmup + Cosine", Schedule.Cosine(0.1, 0.001, steps - (steps / 10)).Warmup(steps / 10)),
        new("OneCycle", Schedule.OneCycle(0.1, steps)),
        new("WarmupStableDecay", Schedule.WarmupStableDecay(0.1, steps / 10, steps / 2, steps / 10 * 4)),
        new("TriStage", Schedule.TriStage(0.1, steps / 10, steps / 2, steps / 10 * 4)),
        new("FlatCosine", Schedule.FlatCosine(0.1, steps)),
        new("SlantedTriangular", Schedule.SlantedTriangular(0.1, steps)),
        new("RangeTest", Schedule.RangeTest(1e-6, 1, steps)),
        new("Chain of two", Schedule.Cosine(0.1, 0.001, steps).Chain(Schedule.Linear(1, 0.5, steps))),
    ];

    /// <summary>A cosine with one verb around it, each.</summary>
    public static IReadOnlyList<Subject> CosineVerbs(int steps) =>
        [.. Verbs(Schedule.Cosine(0.1, 0.001, steps), steps).Select(verb => verb with { Name = $"Cosine.{verb.Name}" })];

    /// <summary>One verb around a schedule, each.</summary>
    public static IReadOnlyList<Subject> Verbs(Func<int, double> inner, int steps) =>
    [
        new("Scale", inner.Scale(0.5)),
        new("Offset", inner.Offset(0.01)),
        new("Clamp", inner.Clamp(0.01, 0.09)),
        new("Mirror", inner.Mirror(0.85, 0.95)),
        new("Shift", inner.Shift(100)),
        new("Delay", inner.Delay(100)),
        new("PerEpoch", inner.PerEpoch(37.5)),
        new("Repeat", inner.Repeat(steps / 3)),
        new("Reverse", inner.Reverse(steps)),
        new("Warmup", inner.Warmup(steps / 10)),
        new("Cooldown", inner.Cooldown(steps, steps / 5)),
        new("BranchAt", inner.BranchAt(steps / 2, 0, steps / 4)),
        new("Then", inner.Then(Schedule.Constant(0.001), steps / 2)),
    ];

    /// <summary>All of the above.</summary>
    public static IReadOnlyList<Subject> All(int steps) => [.. Plain(steps), .. Recipes(steps), .. CosineVerbs(steps), .. Heavy(steps)];
}
