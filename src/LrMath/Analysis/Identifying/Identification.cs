namespace LrMath.Analysis.Identifying;

/// <summary>The answer to which schedule a log shows.</summary>
internal static class Identification
{
    public static Identified Of(Observations rows)
    {
        var search = new Search(rows);
        if (search.Run() is { } all)
        {
            return Explained(rows, all.Schedule, LeftOpen(rows, all, search.Found));
        }

        return search.Longest is { } best
            ? Explained(rows, best.Schedule, [])
            : new Identified(null, double.NaN, double.NaN, rows.Count, rows.First, []);
    }

    private static Identified Explained(Observations rows, Func<int, double> schedule, IReadOnlyList<string> open)
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
            open
        );
    }

    private static List<string> LeftOpen(Observations rows, Candidate answer, IEnumerable<Candidate> found)
    {
        List<string> open = [];
        int later = (int)Math.Min((2L * rows.Last) - rows.First + 1, int.MaxValue);
        if (Math.Abs(answer.Schedule(later) - answer.Schedule(rows.Last)) > rows.Widths[^1])
        {
            open.Add(
                FormattableString.Invariant($"The log ends at step {rows.Last}, where the rate still changes; what follows is inferred.")
            );
        }

        // Another family, not the same one with other digits.
        string names = Names(answer);
        if (found.Where(other => Names(other) != names).MinBy(other => other.Cost) is { } second)
        {
            open.Add($"Explained as well, at greater length, by {second.Text}.");
        }

        return open;
    }

    private static string Names(Candidate candidate) => string.Concat(candidate.Text.Where(c => char.IsLetter(c) && c != 'E'));
}
