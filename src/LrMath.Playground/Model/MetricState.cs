namespace LrMath.Playground.Model;

/// <summary>The metric that policies watch: a curve with noise, observed at equal distances.</summary>
/// <param name="Curve">The metric without noise, as a schedule.</param>
/// <param name="Noise">How far the noise takes it up and down, as a fraction of its value.</param>
/// <param name="Every">How many steps there are from one observation to the next.</param>
public sealed record MetricState(Series Curve, double Noise, int Every);
