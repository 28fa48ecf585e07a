namespace LrMath.Benchmarks;

internal static partial class Catalogue
{
    /// <summary>Shapes that need a root, a quotient, a logarithm or a general power for every value.</summary>
    public static IReadOnlyList<Subject> Heavy(int steps) =>
    [
        new("SquareRoot", Schedule.SquareRoot(0.1, 0.001, steps)),
        new("Polynomial, power 0.9", Schedule.Polynomial(0.1, 0.001, steps, 0.9)),
        new("Polynomial, power 12.5", Schedule.Polynomial(0.1, 0.001, steps, 12.5)),
        new("Power, power 0.6", Schedule.Ramp(0.1, 0.001, steps, Shapes.Power(0.6))),
        new("InverseTime", Schedule.InverseTime(0.1, 0.5, every: steps / 8.0)),
        new("InverseTime, power 0.75", Schedule.InverseTime(0.1, 0.5, every: steps / 8.0, power: 0.75)),
        new("InverseSquareRoot", Schedule.InverseSquareRoot(0.1, steps / 8.0)),
        new("PowerLaw, power 0.7", Schedule.PowerLaw(0.1, steps / 8.0, 0.7)),
        new("PowerLaw, growing", Schedule.PowerLaw(0.01, steps / 8.0, -0.7)),
        new("Noam", Schedule.Noam(512, steps / 8)),
        new("Rectified", Schedule.Rectified(0.999)),
        new("Tanh", Schedule.Ramp(0.1, 0.001, steps, Shapes.Tanh(-6, 3))),
        new("CosinePower, power 3.3", Schedule.Ramp(0.1, 0.001, steps, Shapes.CosinePower(3.3))),
        new("Rex", Schedule.Ramp(0.1, 0.001, steps, Shapes.Rex)),
        new("Harmonic", Schedule.Ramp(0.1, 0.001, steps, Shapes.Harmonic)),
        new("Logarithmic", Schedule.Ramp(0.1, 0.001, steps, Shapes.Logarithmic(100))),
        new("Warp of Cosine", Schedule.Ramp(0.1, 0.001, steps, Shapes.Warp(Shapes.Cosine, 2))),
        new("Warp of Polynomial", Schedule.Ramp(0.1, 0.001, steps, Shapes.Warp(Shapes.Polynomial(1.5), 2.3))),
        new("Restarts, power 0.9", Schedule.Restarts(0.1, 0.001, steps / 10.0, Shapes.Polynomial(0.9))),
        new("Restarts, power 0.9, growing", Schedule.Restarts(0.1, 0.001, steps / 15.0, Shapes.Polynomial(0.9), periodFactor: 2)),
        new("GrowingHorizon, power 0.9", Schedule.GrowingHorizon(0.1, 0.001, steps / 5, Shapes.Polynomial(0.9))),
    ];
}
