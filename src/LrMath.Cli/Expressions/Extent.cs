namespace LrMath.Cli.Expressions;

/// <summary>How many steps of a schedule are worth showing.</summary>
/// <remarks>
/// One that knows its length is shown until its end, plus 5 %. Of any other, such as a function of a user, the first 2^20 steps are
/// evaluated. Then
/// <list type="number">
/// <item>a schedule that never changes gets 100 steps;</item>
/// <item>one that comes to rest is shown until then, plus 5 %. It rests where its last change was, or, if the changes after it had
/// come within 0.1 % of its range of its final value were all too small to be seen for more than ten times as long
/// (an exponential decay changes until it underflows), where it came that close;</item>
/// <item>one that is still under way at the end (a cycle, a slow decay) is shown for four times as long as it takes to cover 95 %
/// of the range it covers in all: some four cycles, or a warm-up with three times its length of decay; at least 100 steps and at most
/// 2^20.</item>
/// </list>
/// </remarks>
internal static class Extent
{
    private const int Horizon = 1 << 20;
    private const int Shortest = 100;

    /// <summary>The number of steps, from step 0 on, that several schedules are worth: as many as the longest that ends.</summary>
    /// <param name="curves">At least one.</param>
    /// <remarks>
    /// Those that never end (a decay without a length, a cycle) have no say beside one that does, and a constant has none at all beside
    /// others.
    /// </remarks>
    /// <exception cref="UserErrorException">A schedule throws or is not finite somewhere on the way.</exception>
    public static int Of(IReadOnlyList<Curve> curves) =>
        curves.Select(Course).ToLookup(course => course.Ends, course => course.Steps) is var steps && steps[true].Any() ? steps[true].Max()
        : steps[false].Any() ? steps[false].Max()
        : Shortest;

    /// <summary>The number of steps, from step 0 on, that a schedule is worth.</summary>
    /// <param name="curve">The schedule.</param>
    /// <exception cref="UserErrorException">The schedule throws or is not finite somewhere on the way.</exception>
    public static int Of(Curve curve) => Course(curve).Steps;

    // Whether a schedule ends; null for one that never changes.
    private static (int Steps, bool? Ends) Course(Curve curve)
    {
        if (curve.Schedule.Length() is > 0 and var length)
        {
            return (Shown(length), true);
        }

        double[] values = new double[Horizon];
        curve.Fill(0, values);

        double final = values[^1];
        int lastChange = values.AsSpan().LastIndexOfAnyExcept(final) + 1;
        if (lastChange == 0)
        {
            return (Shortest, null);
        }

        double range = values.Max() - values.Min();
        int settled = 1 + Array.FindLastIndex(values, value => Math.Abs(value - final) > 1e-3 * range);
        int rest = lastChange <= 10L * settled ? lastChange : settled;
        bool comesToRest = rest < Horizon - Horizon / 32;
        return comesToRest
            ? (Shown(rest), rest == lastChange)
            : ((int)Math.Clamp(4L * StepsToCover(values, 0.95 * range), Shortest, Horizon), false);
    }

    // Until the rest, and a twentieth beyond it.
    private static int Shown(int rest) => (int)Math.Min(rest + 1L + Math.Max(1, rest / 20), int.MaxValue);

    private static int StepsToCover(double[] values, double range)
    {
        double low = values[0],
            high = values[0];
        int steps = 1;
        while (high - low < range)
        {
            low = Math.Min(low, values[steps]);
            high = Math.Max(high, values[steps]);
            steps++;
        }

        return steps;
    }
}
