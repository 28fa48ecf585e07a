namespace LrMath.Benchmarks;

internal static partial class Catalogue
{
    /// <summary>The heavy shapes whose bound is a division or a root: a conversion to floats runs beside it.</summary>
    public static IReadOnlyList<Subject> Divided(int steps) =>
    [
        new("SquareRoot", Schedule.SquareRoot(0.1, 0.001, steps)),
        new("Polynomial, power 0.9", Schedule.Polynomial(0.1, 0.001, steps, 0.9)),
        new("Power, power 0.6", Schedule.Ramp(0.1, 0.001, steps, Shapes.Power(0.6))),
        new("InverseTime", Schedule.InverseTime(0.1, 0.5, every: steps / 8.0)),
        new("InverseTime, power 0.75", Schedule.InverseTime(0.1, 0.5, every: steps / 8.0, power: 0.75)),
        new("InverseSquareRoot", Schedule.InverseSquareRoot(0.1, steps / 8.0)),
        new("PowerLaw, power 0.7", Schedule.PowerLaw(0.1, steps / 8.0, 0.7)),
        new("PowerLaw, growing", Schedule.PowerLaw(0.01, steps / 8.0, -0.7)),
        new("Noam", Schedule.Noam(512, steps / 8)),
        new("Rex", Schedule.Ramp(0.1, 0.001, steps, Shapes.Rex)),
        new("Tanh", Schedule.Ramp(0.1, 0.001, steps, Shapes.Tanh(-6, 3))),
        new("Harmonic", Schedule.Ramp(0.1, 0.001, steps, Shapes.Harmonic)),
    ];
}
