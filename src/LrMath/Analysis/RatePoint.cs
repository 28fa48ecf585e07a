namespace LrMath.Analysis;

/// <summary>A point of a range test's curve.</summary>
/// <param name="Rate">The rate.</param>
/// <param name="Loss">The loss there, smoothed or raw as it was given.</param>
public readonly record struct RatePoint(double Rate, double Loss);
