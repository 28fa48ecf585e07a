using LrMath.ClosedLoop;

namespace LrMath.Tests.Golden;

/// <summary>
/// scikit-learn's "adaptive", as a policy of one's own: a fifth of the rate after so many losses in a row that do not improve on the best
/// by the tolerance. The best follows every new low.
/// </summary>
internal sealed record Adaptive(double BaseRate, double Tolerance, int Patience) : IPolicy<AdaptiveState>
{
    public AdaptiveState Start => new(BaseRate, double.PositiveInfinity, 0, 0, null);

    public AdaptiveState Next(AdaptiveState state, double metric)
    {
        int bad = metric > state.Best - Tolerance ? state.Bad + 1 : 0;
        AdaptiveState next = state with { Best = Math.Min(state.Best, metric), Bad = bad, Seen = state.Seen + 1 };
        return bad < Patience ? next
            : state.Level > 1e-6 ? next with { Level = state.Level / 5, Bad = 0 }
            : next with { StoppedAt = state.StoppedAt ?? state.Seen };
    }

    public double ScaleOf(AdaptiveState state) => state.Level / BaseRate;

    public void Validate(AdaptiveState state) => ArgumentNullException.ThrowIfNull(state);
}

/// <summary>
/// The rate, the lowest loss, the losses in a row that were no improvement, how many there were, and the one that has ended the run.
/// </summary>
internal sealed record AdaptiveState(double Level, double Best, int Bad, int Seen, int? StoppedAt);
