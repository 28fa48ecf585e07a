using LrMath.Structure;

namespace LrMath;

public static partial class Schedule
{
    /// <summary>From <paramref name="start"/> at step 0 to <paramref name="end"/> at step <paramref name="steps"/> along a shape, then
    /// held.</summary>
    /// <param name="start">The value at step 0; finite.</param>
    /// <param name="end">The value from step <paramref name="steps"/> on; finite, and within <see cref="double.MaxValue"/> of the
    /// start.</param>
    /// <param name="steps">The length of the way in steps, 0 or more; 0 gives <paramref name="end"/> from step 0 on.</param>
    /// <param name="shape">The way: one of <see cref="Shapes"/>, or a formula of your own, which is evaluated only at a progress strictly
    /// between 0 and 1.</param>
    /// <returns>A pure function of the step: <c>shape(start, end, step / steps)</c>. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, <paramref name="steps"/> is negative, or the shape has no way
    /// between the two ends.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="shape"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="shape"/> is a multicast delegate.</exception>
    /// <remarks>PyTorch LinearLR, PolynomialLR and (up to its end) CosineAnnealingLR; optax linear_schedule, polynomial_schedule,
    /// cosine_decay_schedule.</remarks>
    /// <example><code>Schedule.Ramp(1, 0, 4, Shapes.Linear)(1) == 0.75</code></example>
    public static Func<int, double> Ramp(double start, double end, int steps, Shape shape) =>
        CreateRamp(start, end, steps, shape).As([start, end, steps, shape]);

    private static ScheduleNode CreateRamp(double start, double end, int steps, Shape shape)
    {
        var formula = ShapeFormula.Of(Guard.Shape(shape));
        start = Guard.Finite(start);
        end = Guard.Finite(end);
        Guard.NonNegative(steps);
        formula.Check(start, end, nameof(end));
        return formula.CreateRamp(start, end, steps);
    }
}
