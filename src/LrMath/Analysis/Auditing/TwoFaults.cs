namespace LrMath.Analysis.Auditing;

/// <summary>A constant factor together with a shift or a stretch.</summary>
internal static class TwoFaults
{
    private const int MostPerUpdate = 64;

    public static Explanation? Find(Case log)
    {
        foreach (int shift in Shifted.Amounts(Math.Min(log.Rows.Last, 100_000)))
        {
            if (Scaled.Factor(log, step => log.At((long)step + shift)) is { } factor)
            {
                return new Explanation(Verdict.Shifted, null, shift, Shifted.Schedule(log.Intended, shift).Scale(factor));
            }
        }

        for (int n = 2; n <= Math.Min(log.Rows.Last, 100_000); n++)
        {
            int size = n;
            if (size <= MostPerUpdate && Scaled.Factor(log, step => log.At((long)step * size)) is { } factor)
            {
                return new Explanation(Verdict.Stretched, null, size, log.Intended.Stride(size).Scale(factor));
            }

            if (Scaled.Factor(log, step => log.At(step / size)) is { } perEpoch)
            {
                return new Explanation(Verdict.Stretched, null, 1.0 / size, log.Intended.PerEpoch(size).Scale(perEpoch));
            }
        }

        return null;
    }
}
