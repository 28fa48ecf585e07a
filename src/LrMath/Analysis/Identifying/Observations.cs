namespace LrMath.Analysis.Identifying;

/// <summary>Rows of a log in a form that is quick to compare with.</summary>
internal sealed class Observations
{
    private const double RoughShare = 0.3;

    public Observations(int[] steps, double[] rates, double[] halfWidths)
    {
        (Steps, Rates) = (steps, rates);
        foreach (double rate in rates)
        {
            Peak = Math.Max(Peak, Math.Abs(rate));
        }

        // A schedule is itself rounded to a double; this keeps an exact log from asking for more.
        double least = Math.Max(Peak * 1e-15, 1e-300);
        Widths = Array.ConvertAll(halfWidths, width => Math.Max(width, least));
    }

    public static Observations Of(RateLog log) => new(log.StepArray, log.RateArray, log.HalfWidthArray);

    public int[] Steps { get; }

    public double[] Rates { get; }

    public double[] Widths { get; }

    public double Peak { get; }

    public int Count => Steps.Length;

    public int First => Steps[0];

    public int Last => Steps[^1];

    /// <summary>The rows from one to another, the latter excluded.</summary>
    public Observations Rows(int from, int to) => new(Steps[from..to], Rates[from..to], Widths[from..to]);

    /// <summary>The same rows, none of them more precise than a half-width.</summary>
    public Observations NoFinerThan(double width) =>
        width > 0 ? new(Steps, Rates, Array.ConvertAll(Widths, w => Math.Max(w, width))) : this;

    /// <summary>At most about this many rows: evenly taken, with both ends and both sides of each sudden change.</summary>
    public Observations Thinned(int most)
    {
        if (Count <= most)
        {
            return this;
        }

        bool[] keep = new bool[Count];
        int even = most * 2 / 3;
        for (int i = 0; i < even; i++)
        {
            keep[(int)((long)i * (Count - 1) / (even - 1))] = true;
        }

        // Where the slope changes most, phases end.
        double[] change = new double[Count];
        for (int i = 1; i + 1 < Count; i++)
        {
            double before = (Rates[i] - Rates[i - 1]) / (Steps[i] - Steps[i - 1]);
            double after = (Rates[i + 1] - Rates[i]) / (Steps[i + 1] - Steps[i]);
            change[i] = Math.Abs(after - before) - ((Widths[i - 1] + (2 * Widths[i]) + Widths[i + 1]) / (Steps[i + 1] - Steps[i]));
        }

        foreach (int i in Largest(change, most / 6))
        {
            keep[i - 1] = keep[i] = keep[i + 1] = true;
        }

        int[] rows = [.. Enumerable.Range(0, Count).Where(i => keep[i])];
        return new Observations(
            Array.ConvertAll(rows, i => Steps[i]),
            Array.ConvertAll(rows, i => Rates[i]),
            Array.ConvertAll(rows, i => Widths[i])
        );
    }

    /// <summary>
    /// The largest distance of a schedule from the rows, in half-widths; at least <paramref name="limit"/> where it is beyond that.
    /// </summary>
    public double Misfit(Func<int, double> schedule, double limit = double.PositiveInfinity)
    {
        double worst = 0;
        for (int i = 0; i < Steps.Length; i++)
        {
            double distance = Math.Abs(schedule(Steps[i]) - Rates[i]) / Widths[i];
            if (!(distance <= worst))
            {
                worst = double.IsNaN(distance) ? double.PositiveInfinity : distance;
                if (worst > limit)
                {
                    return worst;
                }
            }
        }

        return worst;
    }

    /// <summary>Whether the rate turns so often that these are cycles of a few rows, or noise.</summary>
    public bool IsRough()
    {
        int turns = 0;
        for (int i = 1; i + 1 < Count; i++)
        {
            (double before, double after) = (Rates[i] - Rates[i - 1], Rates[i + 1] - Rates[i]);
            bool isSeen = Math.Abs(before) > 2 * (Widths[i] + Widths[i - 1]) && Math.Abs(after) > 2 * (Widths[i] + Widths[i + 1]);
            turns += isSeen && Math.Sign(before) != Math.Sign(after) ? 1 : 0;
        }

        return turns > RoughShare * Count;
    }

    private static IEnumerable<int> Largest(double[] values, int count)
    {
        PriorityQueue<int, double> queue = new();
        for (int i = 1; i + 1 < values.Length; i++)
        {
            if (values[i] > 0 && queue.Count < count)
            {
                queue.Enqueue(i, values[i]);
            }
            else if (values[i] > 0)
            {
                queue.EnqueueDequeue(i, values[i]);
            }
        }

        return queue.UnorderedItems.Select(item => item.Element);
    }
}
