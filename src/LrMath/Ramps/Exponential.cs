using LrMath.Structure;

namespace LrMath;

public static partial class Schedule
{
    /// <summary>From <paramref name="start"/> at step 0 to <paramref name="end"/> at step <paramref name="steps"/> by the same factor in
    /// each step, then held.</summary>
    /// <param name="start">The value at step 0; finite, not zero, of the sign of the other end.</param>
    /// <param name="end">The value from step <paramref name="steps"/> on; finite, not zero, of the sign of the other end.</param>
    /// <param name="steps">The length of the way in steps, 0 or more; 0 gives <paramref name="end"/> from step 0 on.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, the two are too far apart for a double, zero or of two signs,
    /// or <paramref name="steps"/> is negative.</exception>
    /// <remarks>
    /// <code>value(step) = start·(end / start)^(step / steps)</code>
    /// fastai SchedExp; the sweep of the learning-rate range tests. For a given factor and no end, see <see cref="ExponentialDecay"/>.
    /// </remarks>
    /// <example><code>Schedule.Exponential(1, 0.01, 2)(1) // 0.1</code></example>
    public static Func<int, double> Exponential(double start, double end, int steps) =>
        CreateRamp(start, end, steps, Shapes.Exponential).As([start, end, steps]);
}
