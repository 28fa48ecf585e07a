using LrMath.Analysis.Identifying;

namespace LrMath.Analysis.Auditing;

/// <summary>A bound that the schedule does not have.</summary>
internal static class Clamped
{
    public static Explanation? Find(Case log)
    {
        Observations rows = log.Rows;
        bool isFloor = rows.Rates[log.First] > log.At(rows.Steps[log.First]);
        (double low, double high) = (double.NegativeInfinity, double.PositiveInfinity);
        for (int i = log.First; i < rows.Count && low <= high; i++)
        {
            if (!log.Explains(log.At(rows.Steps[i]), i))
            {
                low = Math.Max(low, rows.Rates[i] - rows.Widths[i]);
                high = Math.Min(high, rows.Rates[i] + rows.Widths[i]);
            }
        }

        if (!(low <= high))
        {
            return null;
        }

        foreach (double bound in (double[])[HumanNumbers.Nearest(low, high), (low + high) / 2, isFloor ? low : high])
        {
            if (log.Explains(step => isFloor ? Math.Max(log.At(step), bound) : Math.Min(log.At(step), bound)))
            {
                Func<int, double> level = Schedule.Constant(bound);
                return new Explanation(Verdict.Clamped, null, bound, isFloor ? log.Intended.Max(level) : log.Intended.Min(level))
                {
                    Chance = HumanNumbers.Chance(low, high, bound),
                };
            }
        }

        return null;
    }
}
