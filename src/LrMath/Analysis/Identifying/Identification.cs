namespace LrMath.Analysis.Identifying;

/// <summary>The answer to which schedule a log shows.</summary>
internal static class Identification
{
    private const int FewestRows = 8;

    public static Identified Of(Observations rows)
    {
        if (new Search(rows).Run() is { } all)
        {
            return Explained(rows, all.Schedule);
        }

        // The longest beginning that something explains, found by halving.
        (int explained, int unexplained) = (0, rows.Count);
        Candidate? best = null;
        int fewest = Math.Max(FewestRows, rows.Count / 10);
        while (unexplained - explained > Math.Max(rows.Count / 50, 1) && unexplained > fewest)
        {
            int middle = Math.Max((explained + unexplained) / 2, fewest);
            Candidate? found = new Search(rows.Rows(0, middle)).RunBriefly();
            (explained, unexplained, best) = found is null ? (explained, middle, best) : (middle, unexplained, found);
        }

        return best is null ? new Identified(null, double.NaN, double.NaN, rows.Count, rows.First, []) : Explained(rows, best.Schedule);
    }

    private static Identified Explained(Observations rows, Func<int, double> schedule)
    {
        double[] units = new double[rows.Count];
        for (int i = 0; i < units.Length; i++)
        {
            units[i] = Math.Abs(schedule(rows.Steps[i]) - rows.Rates[i]) / (2 * rows.Widths[i]);
        }

        double[] explained = [.. units.Where(unit => unit <= 0.5).Order()];
        int first = Array.FindIndex(units, unit => !(unit <= 0.5));
        return new Identified(
            schedule,
            explained.Length > 0 ? explained[^1] : double.NaN,
            explained.Length > 0 ? explained[explained.Length / 2] : double.NaN,
            units.Length - explained.Length,
            first < 0 ? null : rows.Steps[first],
            []);
    }
}
