using LrMath.Analysis.Identifying;

namespace LrMath.Analysis.Auditing;

/// <summary>The schedule went on from another position at some step.</summary>
internal static class Jumped
{
    public static Explanation? Find(Case log)
    {
        (int before, int step) = log.Gap;
        if (before < 0)
        {
            return null;
        }

        // A position that was counted twice is the likeliest, then small jumps.
        int rows = log.Rows.Last - before;
        IEnumerable<int> twice = Enumerable.Range(before + 1, Math.Min(step - before, rows));
        foreach (int by in twice.Concat(Shifted.Amounts(Math.Max(log.Rows.Last, 1))))
        {
            if (by >= -step && log.Explains(t => log.At((long)t + by), from: step))
            {
                bool isTwice = by > before && by <= step;
                int at = isTwice ? by : HumanNumbers.Whole(Math.Max(before, -by - 1), step) ?? step;
                return new Explanation(Verdict.Jumped, at, by, log.Intended.Then(log.Intended.Shift(at + by), at));
            }
        }

        return null;
    }
}
