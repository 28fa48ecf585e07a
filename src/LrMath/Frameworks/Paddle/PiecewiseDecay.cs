using LrMath.Structure;

namespace LrMath.Frameworks;

public static partial class Paddle
{
    /// <summary>Paddle's <c>PiecewiseDecay</c>: constant rates that change at boundaries.</summary>
    /// <param name="boundaries">The first steps of all rates but the first one, 0 or more, in order, at least one.</param>
    /// <param name="values">The rates, finite, at least one more than there are boundaries; of surplus ones only the last is used.</param>
    /// <returns>A pure function of the step. It throws for a negative step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A boundary is negative or out of order, or a rate is not finite.</exception>
    /// <exception cref="ArgumentException">A list is null or empty, or there are not more rates than boundaries.</exception>
    /// <remarks>
    /// <code>rate(step) = values[number of boundaries ≤ step], the last of all values after the last boundary</code>
    /// At the boundary the rate is the new one, as everywhere but in Keras. Lowered onto <see cref="Schedule.Piecewise"/>, which takes no
    /// surplus.
    /// </remarks>
    /// <example><code>Paddle.PiecewiseDecay([30], [0.1, 0.01])(30) == 0.01</code></example>
    public static Func<int, double> PiecewiseDecay(IReadOnlyList<int> boundaries, IReadOnlyList<double> values)
    {
        int[] milestones = Guard.Milestones(boundaries);
        Guard.List(milestones, nameof(boundaries));
        double[] rates = Guard.Numbers(values);
        if (rates.Length <= milestones.Length)
        {
            Guard.Count(
                rates.Length,
                milestones.Length + 1,
                "one rate before the first boundary and one from each boundary on",
                nameof(values)
            );
        }

        return Schedule.Piecewise([.. rates[..milestones.Length], rates[^1]], milestones);
    }
}
