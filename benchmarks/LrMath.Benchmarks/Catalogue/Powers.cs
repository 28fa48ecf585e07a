namespace LrMath.Benchmarks;

internal static partial class Catalogue
{
    /// <summary>General powers, which a series from the nearest of sixteen anchors an octave brings to the line of the plain
    /// shapes.</summary>
    public static IReadOnlyList<Subject> Powers(int steps) =>
        [
            new("Polynomial, power 0.9", Schedule.Polynomial(0.1, 0.001, steps, 0.9)),
            new("Power, power 0.6", Schedule.Ramp(0.1, 0.001, steps, Shapes.Power(0.6))),
            new("InverseTime, power 0.75", Schedule.InverseTime(0.1, 0.5, every: steps / 8.0, power: 0.75)),
            new("InverseSquareRoot", Schedule.InverseSquareRoot(0.1, steps / 8.0)),
            new("PowerLaw, power 0.7", Schedule.PowerLaw(0.1, steps / 8.0, 0.7)),
            new("PowerLaw, growing", Schedule.PowerLaw(0.01, steps / 8.0, -0.7)),
            new("Noam", Schedule.Noam(512, steps / 8)),
        ];
}
