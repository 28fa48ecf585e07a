using LrMath.Structure;

namespace LrMath;

public static partial class Schedule
{
    /// <summary><paramref name="start"/> until step <paramref name="steps"/>, <paramref name="end"/> from then on.</summary>
    /// <param name="start">The value at step 0; finite.</param>
    /// <param name="end">The value from step <paramref name="steps"/> on; finite.</param>
    /// <param name="steps">The length of the way in steps, 0 or more; 0 gives <paramref name="end"/> from step 0 on.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, the two are too far apart for a double, or
    /// <paramref name="steps"/> is negative.</exception>
    /// <remarks>
    /// <code>value(step) = step &lt; steps ? start : end</code>
    /// PyTorch ConstantLR (a factor of the base rate there). More than one jump: <see cref="Piecewise"/>.
    /// </remarks>
    /// <example><code>Schedule.Hold(0.1, 0.01, 30)(30) == 0.01</code></example>
    public static Func<int, double> Hold(double start, double end, int steps) =>
        CreateRamp(start, end, steps, Shapes.Hold).As([start, end, steps]);
}
