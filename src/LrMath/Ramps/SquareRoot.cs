using LrMath.Structure;

namespace LrMath;

public static partial class Schedule
{
    /// <summary>From <paramref name="start"/> at step 0 to <paramref name="end"/> at step <paramref name="steps"/> along a square root,
    /// steep first and slow at the end, then held.</summary>
    /// <param name="start">The value at step 0; finite.</param>
    /// <param name="end">The value from step <paramref name="steps"/> on; finite.</param>
    /// <param name="steps">The length of the way in steps, 0 or more; 0 gives <paramref name="end"/> from step 0 on.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, the two are too far apart for a double, or
    /// <paramref name="steps"/> is negative.</exception>
    /// <remarks>
    /// <code>value(step) = start + (end - start)·√(step / steps)</code>
    /// The "1-sqrt" decay of Transformers, Megatron and NeMo (from 1 down to 0 it is 1 - √p); Hägele et al., arXiv:2405.18392.
    /// </remarks>
    /// <example><code>Schedule.SquareRoot(1, 0, 4)(1) == 0.5</code></example>
    public static Func<int, double> SquareRoot(double start, double end, int steps) =>
        CreateRamp(start, end, steps, Shapes.SquareRoot).As([start, end, steps]);
}
