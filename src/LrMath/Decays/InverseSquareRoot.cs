using LrMath.Structure;

namespace LrMath;

public static partial class Schedule
{
    /// <summary>From <paramref name="initial"/> at step 0 as one over a square root, without an end.</summary>
    /// <param name="initial">The value at step 0; finite.</param>
    /// <param name="timescale">The step at which the root's argument has doubled, in steps, above 0, not necessarily whole.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="initial"/> is not finite, or <paramref name="timescale"/> is not above
    /// zero or so small that its inverse overflows.</exception>
    /// <remarks>
    /// <code>value(step) = initial / √(1 + step / timescale)</code>
    /// Transformers inverse_sqrt; with the warm-up's length as timescale, after that warm-up, fairseq inverse_sqrt.
    /// </remarks>
    /// <example><code>Schedule.InverseSquareRoot(1, timescale: 100)(300) == 0.5</code></example>
    public static Func<int, double> InverseSquareRoot(double initial, double timescale) =>
        PowerOf(Guard.Finite(initial), 1 / Guard.Invertible(timescale), timescale, 0.5).As([initial, timescale]);
}
