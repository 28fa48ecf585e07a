using LrMath.Structure;

namespace LrMath;

public static partial class Schedule
{
    /// <summary>
    /// The lengths of parts that share a number of steps, such as 5, 75 and 20 parts in a hundred; they add up to <paramref name="steps"/>
    /// exactly.
    /// </summary>
    /// <param name="steps">The number of steps that are shared, 0 or more.</param>
    /// <param name="shares">The share of each part, 0 or more, in any unit (percent, fractions of 1, ratios); at least one, not all
    /// 0.</param>
    /// <returns>As many lengths as shares, in steps, each 0 or more and less than one step from its exact share.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="shares"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="steps"/> is negative, a share is negative or not finite, or their sum is 0 or not finite.
    /// </exception>
    /// <exception cref="ArgumentException">There is no share.</exception>
    /// <remarks>
    /// <code>
    /// end_i = steps·(share_1 + … + share_i) / (share_1 + … + share_n), rounded to the nearest whole step, halves up
    /// length_i = end_i - end_i-1
    /// </code>
    /// The ends are rounded, not the lengths, so nothing is lost or counted twice. fairseq's phase_ratio and most warmup_ratio settings
    /// round each length by itself, and then miss the total by a step or two. A whole schedule from shares: <c>Phases</c>.
    /// </remarks>
    /// <example><code>Schedule.Split(10_000, 5, 75, 20)[1] == 7_500</code></example>
    public static IReadOnlyList<int> Split(int steps, params IReadOnlyList<double> shares)
    {
        Guard.NonNegative(steps);
        return Lengths(steps, Guard.List(shares), nameof(shares));
    }

    private static int[] Lengths(int steps, double[] shares, string name, string part = "")
    {
        double[] sums = new double[shares.Length];
        double sum = 0;
        for (int i = 0; i < shares.Length; i++)
        {
            sum += Guard.NonNegative(shares[i], new Subject(name, i, part));
            sums[i] = sum;
        }

        if (!double.IsFinite(sum) || sum == 0)
        {
            throw Guard.Illegal("the sum of all shares", sum, "a finite number above zero", name);
        }

        int reached = 0;
        int[] lengths = new int[shares.Length];
        for (int i = 0; i < lengths.Length; i++)
        {
            int end = (int)Math.Round(steps * (sums[i] / sum), MidpointRounding.AwayFromZero);
            lengths[i] = end - reached;
            reached = end;
        }

        return lengths;
    }
}
