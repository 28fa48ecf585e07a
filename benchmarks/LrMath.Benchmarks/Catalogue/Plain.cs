namespace LrMath.Benchmarks;

internal static partial class Catalogue
{
    /// <summary>Constant, linear, cosine, exponential, step and cubic shapes: a value needs no more than additions and
    /// multiplications.</summary>
    public static IReadOnlyList<Subject> Plain(int steps) =>
        [
            new("Constant", Schedule.Constant(0.1)),
            new("Hold", Schedule.Hold(0.1, 0.01, steps / 2)),
            new("Linear", Schedule.Linear(0.1, 0.001, steps)),
            new("Line", Schedule.Line(0.1, -0.01, every: steps / 8.0)),
            new("Polynomial, power 2", Schedule.Polynomial(0.1, 0.001, steps, 2)),
            new("Cosine", Schedule.Cosine(0.1, 0.001, steps)),
            new("HalfCosine", Schedule.Ramp(0.1, 0.001, steps, Shapes.HalfCosine)),
            new("CosineWave", Schedule.CosineWave(0.1, 0.001, steps / 10.0)),
            new("Exponential", Schedule.Exponential(0.1, 0.001, steps)),
            new("ExponentialDecay", Schedule.ExponentialDecay(0.1, 0.5, every: steps / 8.0)),
            new("ExponentialDecay, staircase", Schedule.ExponentialDecay(0.1, 0.5, every: steps / 8.0, staircase: true)),
            new("Step", Schedule.Step(0.1, 0.5, steps / 8)),
            new("MultiStep", Schedule.MultiStep(0.1, 0.1, [steps / 2, steps / 4 * 3])),
            new("Piecewise", Schedule.Piecewise([0.1, 0.03, 0.01], [steps / 3, steps / 2])),
            new("InverseTime, staircase", Schedule.InverseTime(0.1, 0.5, every: steps / 8.0, staircase: true)),
            new("Path, linear", Schedule.Path(Knots(steps))),
            new("Interpolate", Schedule.Interpolate(Knots(steps))),
            new("Cyclic", Schedule.Cyclic(0.001, 0.1, steps / 16, steps / 16)),
            new("CosineRestarts", Schedule.CosineRestarts(0.1, 0.001, steps / 10.0)),
            new("CosineRestarts, growing", Schedule.CosineRestarts(0.1, 0.001, steps / 15.0, periodFactor: 2, peakDecay: 0.9)),
            new("Restarts, linear", Schedule.Restarts(0.1, 0.001, steps / 10.0, Shapes.Linear)),
            new("Restarts, linear, growing", Schedule.Restarts(0.1, 0.001, steps / 15.0, Shapes.Linear, periodFactor: 2)),
            new("Restarts, exponential", Schedule.Restarts(0.1, 0.001, steps / 10.0, Shapes.Exponential)),
            new("Restarts, exponential, shrinking", Schedule.Restarts(0.1, 0.001, steps / 10.0, Shapes.Exponential, peakDecay: 0.9)),
            new("GrowingHorizon, linear", Schedule.GrowingHorizon(0.1, 0.001, steps / 5, Shapes.Linear)),
        ];

    private static (double At, double Value)[] Knots(int steps) => [(0, 0.01), (steps * 0.3, 0.1), (steps * 0.6, 0.05), (steps - 1, 0)];
}
