namespace LrMath.Tests.Generation;

/// <summary>A number of steps, often none.</summary>
public sealed record Count(int N);
