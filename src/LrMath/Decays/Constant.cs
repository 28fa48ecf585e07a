using LrMath.Structure;

namespace LrMath;

public static partial class Schedule
{
    /// <summary>One value at every step.</summary>
    /// <param name="value">The value; finite.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not finite.</exception>
    /// <remarks>optax constant_schedule, Transformers constant. Until a step only: <see cref="Hold"/>.</remarks>
    /// <example><code>Schedule.Constant(0.1)(1_000_000) == 0.1</code></example>
    public static Func<int, double> Constant(double value) => new ConstantNode(Guard.Finite(value)).As([value]);
}
