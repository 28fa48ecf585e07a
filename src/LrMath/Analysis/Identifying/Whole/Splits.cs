namespace LrMath.Analysis.Identifying.Whole;

/// <summary>Rows at which a new phase may begin.</summary>
internal static class Splits
{
    private const int MostKinks = 8;
    private const int MostTurns = 5;
    private const int HeldRows = 3;

    /// <summary>The rows, rising; the first row is not among them.</summary>
    public static int[] Of(Observations rows) =>
        [.. Kinks(rows).Concat(Turns(rows)).Concat(Held(rows)).Where(row => row > 0 && row < rows.Count).Distinct().Order()];

    // Where the slope changes more than it does nearby.
    private static IEnumerable<int> Kinks(Observations rows)
    {
        double[] change = new double[rows.Count];
        for (int i = 1; i + 1 < rows.Count; i++)
        {
            double before = (rows.Rates[i] - rows.Rates[i - 1]) / (rows.Steps[i] - rows.Steps[i - 1]);
            double after = (rows.Rates[i + 1] - rows.Rates[i]) / (rows.Steps[i + 1] - rows.Steps[i]);
            double slack = (rows.Widths[i - 1] + (2 * rows.Widths[i]) + rows.Widths[i + 1]) / (rows.Steps[i + 1] - rows.Steps[i]);
            change[i] = Math.Max(Math.Abs(after - before) - slack, 0);
        }

        PriorityQueue<int, double> largest = new();
        for (int i = 1; i + 1 < rows.Count; i++)
        {
            double nearby = Math.Max(change[Math.Max(i - 3, 0)], change[Math.Min(i + 3, rows.Count - 1)]);
            double excess = change[i] - (1.5 * nearby);
            if (excess > 0)
            {
                largest.Enqueue(i, excess);
                if (largest.Count > MostKinks)
                {
                    largest.Dequeue();
                }
            }
        }

        return largest.UnorderedItems.SelectMany(item => (int[])[item.Element, item.Element + 1]);
    }

    // The highest and lowest rows among those from which the rate turns.
    private static List<int> Turns(Observations rows)
    {
        List<int> turns = [];
        int direction = 0;
        int last = 0;
        for (int i = 1; i < rows.Count; i++)
        {
            double rise = rows.Rates[i] - rows.Rates[last];
            if (Math.Abs(rise) <= rows.Widths[i] + rows.Widths[last])
            {
                continue;
            }

            if (direction != 0 && Math.Sign(rise) != direction)
            {
                turns.Add(last);
                turns.Add(last + 1);
            }

            direction = Math.Sign(rise);
            last = i;
        }

        return turns.Count <= 2 * MostTurns ? turns : [];
    }

    // Where a value begins to be held, and where it no longer is; few digits show many values for a while, so it is the longest that count.
    private static IEnumerable<int> Held(Observations rows)
    {
        List<(int First, int Last)> held = [];
        int first = 0;
        for (int i = 1; i <= rows.Count; i++)
        {
            if (i < rows.Count && Math.Abs(rows.Rates[i] - rows.Rates[first]) <= rows.Widths[i] + rows.Widths[first])
            {
                continue;
            }

            if (i - first >= HeldRows)
            {
                held.Add((first, i - 1));
            }

            first = i;
        }

        return held.OrderByDescending(run => run.Last - run.First)
            .Take(MostTurns)
            .SelectMany(run => (int[])[run.First, run.First + 1, run.Last, run.Last + 1]);
    }
}
