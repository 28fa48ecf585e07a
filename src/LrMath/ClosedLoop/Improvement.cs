namespace LrMath.ClosedLoop;

/// <summary>When a metric is better than the best so far: beyond it by a relative and an absolute margin.</summary>
internal readonly record struct Improvement(Mode Mode, double Relative, double Absolute, bool SignedMargin)
{
    // best * (1 ∓ relative) rather than best ∓ best * relative: the frameworks' own rounding, and exactly mirrored in the other mode.
    public bool IsBetter(double metric, double? best)
    {
        if (!double.IsFinite(metric))
            return false;
        if (best is null && !SignedMargin)
            return true;

        // The frameworks start from an infinite best. With a relative threshold of 1 that is 0 · ∞: nothing is ever better.
        double from = best ?? (Mode == Mode.Min ? double.PositiveInfinity : double.NegativeInfinity);
        double share = SignedMargin || from >= 0 ? Relative : -Relative;
        return Mode == Mode.Min
            ? metric < from * (1 - share) - Absolute
            : metric > from * (1 + share) + Absolute;
    }
}
