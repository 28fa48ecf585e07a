namespace LrMath.Analysis.Identifying.Whole;

/// <summary>Rates that stay as they are for many rows, then jump: what each is, and between which steps the jumps are.</summary>
/// <param name="FirstRow">The first row of the first level; the rows before it are a warm-up.</param>
/// <param name="Rates">The rate of each level.</param>
/// <param name="Widths">Its half-width.</param>
/// <param name="Jumps">Between each two levels, the last step of the one and the first of the next.</param>
internal sealed record Levels(int FirstRow, double[] Rates, double[] Widths, (int After, int UpTo)[] Jumps)
{
    private const int FewestJumps = 3;
    private const int MostSwallowed = 20;
    private const double Uncertain = 1e-3;

    /// <summary>The levels of a log; <see langword="null"/> if its rates change too often to be levels.</summary>
    public static Levels? Of(Observations rows)
    {
        List<int> starts = [0];
        for (int i = 1; i < rows.Count; i++)
        {
            if (!IsSame(rows, i - 1, i))
            {
                starts.Add(i);
            }
        }

        int first = starts.FindIndex(start => start + 1 < rows.Count && IsSame(rows, start, start + 1));
        if (first < 0)
        {
            return null;
        }

        starts.RemoveRange(0, first);
        int levels = starts.Count;
        int single = starts.Index().Count(start => start.Item + 1 == (start.Index + 1 < levels ? starts[start.Index + 1] : rows.Count));
        if (levels < 2 || rows.Count - starts[0] < (levels * 2) - 1 || single > Math.Max(1, levels / 10))
        {
            return null;
        }

        return new Levels(
            starts[0],
            [.. starts.Select(start => rows.Rates[start])],
            [.. starts.Select(start => rows.Widths[start])],
            [.. starts.Skip(1).Select(start => (rows.Steps[start - 1], rows.Steps[start]))]
        );
    }

    /// <summary>The roundest rate that a level may have.</summary>
    public double Roundest(int level) => HumanNumbers.Nearest(Rates[level] - Widths[level], Rates[level] + Widths[level]);

    /// <summary>The factor between each two levels that all of them allow, if there is one.</summary>
    public double? Factor()
    {
        (double low, double high) = (0, double.PositiveInfinity);
        for (int i = 1; i < Rates.Length; i++)
        {
            (double before, double after) = (Rates[i - 1], Rates[i]);
            if (!(before > Widths[i - 1]) || after < 0)
            {
                continue;
            }

            low = Math.Max(low, (after - Widths[i]) / (before + Widths[i - 1]));
            high = Math.Min(high, (after + Widths[i]) / (before - Widths[i - 1]));
        }

        return low <= high && double.IsFinite(high) ? HumanNumbers.Nearest(low - (1e-9 * high), high * (1 + 1e-9)) : null;
    }

    /// <summary>
    /// The same with the levels that a hole in the log has swallowed: where most jumps are by one factor and a jump is by its square or a
    /// higher power.
    /// </summary>
    public Levels Filled()
    {
        if (Jumps.Length < FewestJumps || Array.Exists(Rates, rate => !(rate > 0)))
        {
            return this;
        }

        double[] falls = [.. Enumerable.Range(0, Jumps.Length).Select(i => Math.Log(Rates[i] / Rates[i + 1]))];
        double one = falls.Order().ElementAt(falls.Length / 2);
        int[] times = Array.ConvertAll(falls, fall => (int)Math.Clamp(Math.Round(fall / one), 1, MostSwallowed));
        List<double> rates = [Rates[0]];
        List<double> widths = [Widths[0]];
        List<(int, int)> jumps = [];
        for (int i = 0; i < Jumps.Length; i++)
        {
            for (int k = 1; k < times[i]; k++)
            {
                rates.Add(Rates[i] * Math.Exp(-one * k));
                widths.Add(Math.Max(Widths[i], Widths[i + 1]) + (Rates[i] * Uncertain));
                jumps.Add(Jumps[i]);
            }

            rates.Add(Rates[i + 1]);
            widths.Add(Widths[i + 1]);
            jumps.Add(Jumps[i]);
        }

        return this with
        {
            Rates = [.. rates],
            Widths = [.. widths],
            Jumps = [.. jumps],
        };
    }

    /// <summary>The number of steps between jumps that all of them allow, counted from a step, if there is one.</summary>
    public int? Every(int origin, int last)
    {
        (double low, double high) = (0, double.PositiveInfinity);
        for (int i = 0; i < Jumps.Length; i++)
        {
            low = Math.Max(low, (Jumps[i].After - origin) / (i + 1.0));
            high = Math.Min(high, (Jumps[i].UpTo - origin) / (i + 1.0));
        }

        low = Math.Max(low, (last - origin) / (Jumps.Length + 1.0));
        return low < high ? HumanNumbers.Whole(low, high) : null;
    }

    private static bool IsSame(Observations rows, int left, int right) =>
        Math.Abs(rows.Rates[left] - rows.Rates[right]) <= 1e-9 * Math.Abs(rows.Rates[left]);
}
