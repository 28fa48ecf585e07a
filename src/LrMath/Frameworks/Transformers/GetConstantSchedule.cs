using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Transformers
{
    /// <summary>Transformers' <c>get_constant_schedule</c> (<c>constant</c>): the rate, for ever.</summary>
    /// <param name="baseRate">The optimizer's rate; finite.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="baseRate"/> is not finite.</exception>
    /// <remarks>Lowered onto <see cref="Schedule.Constant"/>.</remarks>
    /// <example><code>Transformers.GetConstantSchedule(0.1)(1_000) == 0.1</code></example>
    public static Func<int, double> GetConstantSchedule(double baseRate) => Schedule.Constant(Guard.Finite(baseRate));
}
