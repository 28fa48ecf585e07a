namespace LrMath.Benchmarks;

internal static partial class Catalogue
{
    /// <summary>Shapes that need more than one general function for every value, and a verb that asks for single steps.</summary>
    public static IReadOnlyList<Subject> Several(int steps) =>
    [
        new("Warp of Polynomial", Schedule.Ramp(0.1, 0.001, steps, Shapes.Warp(Shapes.Polynomial(1.5), 2.3))),
        OfCosine(Stride(steps)),
    ];
}
