namespace LrMath.Analysis.Auditing;

/// <summary>A cosine that rises again after its end.</summary>
internal static class RisesAgain
{
    public static Explanation? Find(Case log)
    {
        foreach (Part part in Part.Of(log.Intended))
        {
            if (
                part.Call is { Receiver: null, Method: nameof(Schedule.Cosine), Arguments: [double start, double end, int steps] }
                && steps > 0
            )
            {
                Func<int, double> wave = part.Replaced(Schedule.CosineWave(start, end, steps));
                if (log.Explains(wave))
                {
                    return new Explanation(Verdict.RisesAgain, null, null, wave);
                }
            }
        }

        return Mirrored(log);
    }

    // The way back of any other schedule, a lambda included: the same values in reverse from some step on.
    private static Explanation? Mirrored(Case log)
    {
        (int before, int step) = log.Gap;
        int least = Math.Max(log.Rows.Last / 2, 1);
        for (int turn = Math.Min(step, log.Rows.Last - 1); turn >= Math.Max(least, before / 2); turn--)
        {
            int at = turn;
            if (log.At(step) < log.Rows.Rates[log.First] && log.Explains(t => log.At((2L * at) - t), from: at))
            {
                Func<int, double> back = log.Intended.Then(log.Intended.Reverse(at), at);
                return log.Explains(back) ? new Explanation(Verdict.RisesAgain, null, null, back) : null;
            }
        }

        return null;
    }
}
