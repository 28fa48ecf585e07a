namespace LrMath.Analysis.Auditing;

/// <summary>Several steps of the schedule per update, or one in several updates.</summary>
internal static class Stretched
{
    private const int MostPerUpdate = 4096;

    public static Explanation? Find(Case log)
    {
        int most = Math.Max(log.Rows.Last, 2);
        for (int n = 2; n <= most; n++)
        {
            int size = n;
            if (size <= MostPerUpdate && log.Explains(step => log.At((long)step * size)))
            {
                return new Explanation(Verdict.Stretched, null, size, log.Intended.Stride(size));
            }

            if (log.Explains(step => log.At(step / size)))
            {
                return new Explanation(Verdict.Stretched, null, 1.0 / size, log.Intended.PerEpoch(size));
            }
        }

        return null;
    }
}
