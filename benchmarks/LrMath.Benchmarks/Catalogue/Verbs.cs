namespace LrMath.Benchmarks;

internal static partial class Catalogue
{
    /// <summary>One verb around a cosine, each, with names that say so; without the one that asks for several values, which is among
    /// <see cref="Several"/>.</summary>
    public static IReadOnlyList<Subject> CosineVerbs(int steps) =>
        [.. RangeVerbs(steps).Select(verb => verb with { Name = $"Cosine.{verb.Name}" })];

    /// <summary>One verb around a cosine, each.</summary>
    public static IReadOnlyList<Subject> Verbs(int steps) => [.. RangeVerbs(steps), new("Stride", Strided(steps, 3))];

    private static Subject[] RangeVerbs(int steps)
    {
        Func<int, double> cosine = Schedule.Cosine(0.1, 0.001, steps);
        return
        [
            new("Scale", cosine.Scale(0.5)),
            new("Offset", cosine.Offset(0.01)),
            new("Clamp", cosine.Clamp(0.01, 0.09)),
            new("Mirror", cosine.Mirror(0.85, 0.95)),
            new("Shift", cosine.Shift(100)),
            new("Delay", cosine.Delay(100)),
            new("PerEpoch", cosine.PerEpoch(37.5)),
            new("Repeat", cosine.Repeat(steps / 3)),
            new("Reverse", cosine.Reverse(steps)),
            new("Freeze", cosine.Freeze(steps / 10 * 9)),
            new("Warmup", cosine.Warmup(steps / 10)),
            new("Cooldown", cosine.Cooldown(steps, steps / 5)),
            new("BranchAt", cosine.BranchAt(steps / 2, 0, steps / 4)),
            new("Then", cosine.Then(Schedule.Constant(0.001), steps / 2)),
            new("Concat", Schedule.Concat((cosine, steps / 2), (cosine, steps))),
        ];
    }

    /// <summary>A cosine that is over where the others are: of one as long as theirs, most steps would ask for nothing but the
    /// end.</summary>
    private static Func<int, double> Strided(int steps, int stride) => Schedule.Cosine(0.1, 0.001, stride * steps).Stride(stride);
}
