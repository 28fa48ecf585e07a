namespace LrMath.Benchmarks;

internal static partial class Catalogue
{
    /// <summary>The heavy shapes whose bound is a division or a root: a conversion to floats runs beside it.</summary>
    public static IReadOnlyList<Subject> Divided(int steps) =>
        [
            new("SquareRoot", Schedule.SquareRoot(0.1, 0.001, steps)),
            new("InverseTime", Schedule.InverseTime(0.1, 0.5, every: steps / 8.0)),
            new("Rex", Schedule.Ramp(0.1, 0.001, steps, Shapes.Rex)),
            new("Tanh", Schedule.Ramp(0.1, 0.001, steps, Shapes.Tanh(-6, 3))),
            new("Harmonic", Schedule.Ramp(0.1, 0.001, steps, Shapes.Harmonic)),
        ];
}
