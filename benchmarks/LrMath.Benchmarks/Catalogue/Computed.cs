namespace LrMath.Benchmarks;

internal static partial class Catalogue
{
    /// <summary>The other heavy shapes: their arithmetic is the bound, and a conversion to floats comes on top of it. An exponential less 1
    /// is among them: near its start it keeps digits that a geometric sequence less 1 would lose, so it has no table.</summary>
    public static IReadOnlyList<Subject> Computed(int steps) =>
        [
            new("ExponentialApproach", Schedule.ExponentialApproach(0.1, 0.001, steps / 8.0)),
            new("Saturating", Schedule.Ramp(0.1, 0.001, steps, Shapes.Saturating(100))),
            new("HalfLife", Schedule.Ramp(0.1, 0.001, steps, Shapes.HalfLife)),
            new("Polynomial, power 12.5", Schedule.Polynomial(0.1, 0.001, steps, 12.5)),
            new("CosinePower, power 3.3", Schedule.Ramp(0.1, 0.001, steps, Shapes.CosinePower(3.3))),
            new("Warp of Cosine", Schedule.Ramp(0.1, 0.001, steps, Shapes.Warp(Shapes.Cosine, 1.7))),
            new("Rectified", Schedule.Rectified(0.999)),
            new("Logarithmic", Schedule.Ramp(0.1, 0.001, steps, Shapes.Logarithmic(100))),
            new("Restarts, power 0.9", Schedule.Restarts(0.1, 0.001, steps / 10.0, Shapes.Polynomial(0.9))),
            new("Restarts, power 0.9, growing", Schedule.Restarts(0.1, 0.001, steps / 15.0, Shapes.Polynomial(0.9), periodFactor: 2)),
            new("GrowingHorizon, power 0.9", Schedule.GrowingHorizon(0.1, 0.001, steps / 5, Shapes.Polynomial(0.9))),
        ];
}
