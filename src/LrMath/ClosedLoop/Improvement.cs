namespace LrMath.ClosedLoop;

/// <summary>When a metric is better than the best so far: beyond it by a relative and an absolute margin.</summary>
internal readonly record struct Improvement(Mode Mode, double Relative, double Absolute, bool SignedMargin, bool InclusiveMargin = false)
{
    public bool IsBetter(double metric, double? best) =>
        double.IsFinite(metric) && (SignedMargin ? IsBetterSigned(metric, best) : IsBetterSound(metric, best));

    // Which side the absolute margin is on matters at a tie only: here as in Keras (m + d < best), below as in PyTorch (m < best - d).
    private bool IsBetterSound(double metric, double? best)
    {
        if (best is not { } known)
        {
            return true;
        }

        double share = known >= 0 ? Relative : -Relative;
        return Mode == Mode.Min ? IsBeyond(known * (1 - share), metric + Absolute) : IsBeyond(metric - Absolute, known * (1 + share));
    }

    // The frameworks start from an infinite best. With a relative threshold of 1 that is 0 · ∞: nothing is ever better.
    private bool IsBetterSigned(double metric, double? best) =>
        Mode == Mode.Min
            ? IsBeyond((best ?? double.PositiveInfinity) * (1 - Relative) - Absolute, metric)
            : IsBeyond(metric, (best ?? double.NegativeInfinity) * (1 + Relative) + Absolute);

    private bool IsBeyond(double higher, double lower) => InclusiveMargin ? higher >= lower : higher > lower;
}
