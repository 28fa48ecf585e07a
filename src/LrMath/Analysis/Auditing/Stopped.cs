using LrMath.Analysis.Identifying;

namespace LrMath.Analysis.Auditing;

/// <summary>The rate of some step was kept from then on.</summary>
internal static class Stopped
{
    public static Explanation? Find(Case log)
    {
        (int before, int step) = log.Gap;
        for (int at = step - 1; before >= 0 && at >= 0; at--)
        {
            if (Explains(log, at))
            {
                int first = at;
                while (first > Math.Max(before, 0) && Explains(log, first - 1))
                {
                    first--;
                }

                int stop = HumanNumbers.Whole(first - 1, at) ?? at;
                return new Explanation(Verdict.Stopped, stop, null, log.Intended.Freeze(stop))
                {
                    Chance = HumanNumbers.Chance(first - 1, at, stop),
                };
            }
        }

        return null;
    }

    private static bool Explains(Case log, int at)
    {
        double held = log.At(at);
        return log.Explains(_ => held, from: at);
    }
}
