using LrMath.Analysis.Identifying;

namespace LrMath.Analysis.Auditing;

/// <summary>The schedule began anew at some step, times a constant.</summary>
internal static class RestartedScaled
{
    private const int FewestRows = 3;
    private const int MostStarts = 2000;

    public static Explanation? Find(Case log)
    {
        (int before, int step) = log.Gap;
        if (before < 0 || log.Rows.Count - log.First < FewestRows)
        {
            return null;
        }

        int round = HumanNumbers.Whole(before, step) ?? step;
        IEnumerable<int> starts = Enumerable.Range(before + 1, Math.Min(step - before, MostStarts));
        Case after = new(log.Rows.Rows(log.First, log.Rows.Count), _ => double.NaN);
        // The first values of the restart may be those of the row before it, as where a schedule that has ended begins at zero.
        IEnumerable<int> earlier = Enumerable.Range(1, Math.Min(before, MostStarts)).Select(steps => before + 1 - steps);
        foreach (int at in starts.Prepend(round).Concat(earlier))
        {
            if (
                Scaled.Factor(after, t => log.At((long)t - at)) is { } factor
                && log.Intended.Then(log.Intended.Scale(factor), at) is var restarted
                && log.Explains(restarted)
            )
            {
                return new Explanation(Verdict.Restarted, at, null, restarted);
            }
        }

        return null;
    }
}
