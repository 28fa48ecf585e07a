using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Keras
{
    /// <summary>Keras' <c>PiecewiseConstantDecay</c>: constant rates that change after boundaries.</summary>
    /// <param name="boundaries">The last steps of all rates but the last one, 0 or more, in order; below 2,147,483,647.</param>
    /// <param name="values">The rates, finite, one more than there are boundaries.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A boundary is outside its range or out of order, or a rate is not finite.</exception>
    /// <exception cref="ArgumentException">A list is null or of the wrong length.</exception>
    /// <remarks>
    /// <code>rate(step) = values[number of boundaries &lt; step]</code>
    /// At the boundary itself the rate is still the old one; in PyTorch, optax, Paddle and <see cref="Schedule.Piecewise"/>, onto which
    /// this is lowered with all boundaries one step later, it is the new one already.
    /// </remarks>
    /// <example><code>Keras.PiecewiseConstantDecay([30], [0.1, 0.01])(30) == 0.1</code></example>
    public static Func<int, double> PiecewiseConstantDecay(IReadOnlyList<int> boundaries, IReadOnlyList<double> values)
    {
        int[] lastSteps = Guard.Milestones(boundaries);
        foreach (int lastStep in lastSteps)
        {
            Guard.AtMost(lastStep, int.MaxValue - 1, "so that a step is left after it", nameof(boundaries));
        }

        return Schedule.Piecewise(values, [.. lastSteps.Select(lastStep => lastStep + 1)]);
    }
}
