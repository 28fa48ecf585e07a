namespace LrMath.Benchmarks;

internal static partial class Catalogue
{
    /// <summary>Two general powers for every value, and strides that ask for more values than they give.</summary>
    public static IReadOnlyList<Subject> Several(int steps) =>
    [
        new("Warp of Polynomial", Schedule.Ramp(0.1, 0.001, steps, Shapes.Warp(Shapes.Polynomial(1.5), 2.3))),
        new("Cosine.Stride, 8", Strided(steps, 8)),
        new("Cosine.Stride, 256", Strided(steps, 256)),
    ];
}
