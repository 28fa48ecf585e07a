namespace LrMath.Tests.Golden;

/// <summary>What a range test has seen: the logged rates (empty where the framework computes them itself) and losses.</summary>
internal sealed record Curve(double[] Rates, double[] Losses);
