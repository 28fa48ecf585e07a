using LrMath.Analysis;

namespace LrMath.TorchSharp;

/// <summary>What a range test on a model saw.</summary>
/// <param name="Rates">The rate of each update that was tried, strictly rising.</param>
/// <param name="Losses">The loss of the batch before that update, not smoothed; the last one may be NaN or infinite.</param>
/// <param name="DivergedAt">The zero-based update after whose loss the test was stopped; null if it ran to its end.</param>
public sealed record RangeTestLog(IReadOnlyList<double> Rates, IReadOnlyList<double> Losses, int? DivergedAt)
{
    /// <summary>What <see cref="RateFinder.Suggest"/> reads off it; the other readings take <see cref="Rates"/> and <see cref="Losses"/> as
    /// well.</summary>
    /// <returns>A rate, or the reason why there is none.</returns>
    public Suggestion Suggest() => RateFinder.Suggest([.. Rates], [.. Losses]);
}
