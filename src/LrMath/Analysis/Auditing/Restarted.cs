using LrMath.Analysis.Identifying;

namespace LrMath.Analysis.Auditing;

/// <summary>The schedule began anew at some step.</summary>
internal static class Restarted
{
    public static Explanation? Find(Case log)
    {
        for (int at = log.Gap.Step; at > 0; at--)
        {
            if (Explains(log, at))
            {
                int first = at;
                while (first > Math.Max(log.Gap.Before + 1, 1) && Explains(log, first - 1))
                {
                    first--;
                }

                int start = HumanNumbers.Whole(first - 1, at) ?? at;
                return new Explanation(Verdict.Restarted, start, null, log.Intended.Then(log.Intended, start));
            }
        }

        return null;
    }

    private static bool Explains(Case log, int at) => log.Explains(step => log.At(step - at), from: at);
}
