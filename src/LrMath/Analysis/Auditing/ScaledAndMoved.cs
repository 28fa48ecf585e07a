namespace LrMath.Analysis.Auditing;

/// <summary>
/// A constant factor from the first row on, and a fault that begins later. The rows before that fault give the factor.
/// </summary>
internal static class ScaledAndMoved
{
    private const int FewestRows = 3;

    private static readonly Func<Case, Explanation?>[] Faults =
    [
        Restarted.Find,
        StoppedOrClamped.Find,
        RisesAgain.Find,
        Clamped.Find,
        Jumped.Find,
    ];

    public static Explanation? Find(Case log)
    {
        if (Factor(log) is not var (low, high))
        {
            return null;
        }

        foreach (double factor in (double[])[Scaled.Roundest(low, high), (low + high) / 2])
        {
            Case scaled = new(log.Rows, log.Intended.Scale(factor));
            if (scaled.First < FewestRows || scaled.First == log.Rows.Count)
            {
                continue;
            }

            foreach (Func<Case, Explanation?> find in Faults)
            {
                if (find(scaled) is { } explanation)
                {
                    return explanation;
                }
            }
        }

        return null;
    }

    /// <summary>The factors that explain the longest beginning of the log.</summary>
    private static (double Low, double High)? Factor(Case log)
    {
        (double low, double high) = (double.NegativeInfinity, double.PositiveInfinity);
        for (int i = 0; i < log.Rows.Count; i++)
        {
            double value = log.At(log.Rows.Steps[i]);
            (double rate, double width) = (log.Rows.Rates[i], log.Rows.Widths[i]);
            if (Math.Abs(value) <= width)
            {
                continue;
            }

            double one = (rate - width) / value;
            double other = (rate + width) / value;
            double least = Math.Max(low, Math.Min(one, other));
            double most = Math.Min(high, Math.Max(one, other));
            if (!(least <= most))
            {
                break;
            }

            (low, high) = (least, most);
        }

        return low > 0 && double.IsFinite(high) ? (low, high) : null;
    }
}
