namespace LrMath.Tests.Generation;

/// <summary>Any step, often a small one or one next to the last.</summary>
public sealed record Step(int At);
