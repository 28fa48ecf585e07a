namespace LrMath.Benchmarks;

internal static partial class Catalogue
{
    /// <summary>Two general powers for every value, and several values of which one is asked for: they may cost what two heavy shapes
    /// cost.</summary>
    public static IReadOnlyList<Subject> Several(int steps) =>
        [
            new("Warp of Polynomial", Schedule.Ramp(0.1, 0.001, steps, Shapes.Warp(Shapes.Polynomial(1.5), 2.3))),
            new("Cosine.Stride, 3", Strided(steps, 3)),
            new("Cosine.Stride, 8", Strided(steps, 8)),
        ];
}
