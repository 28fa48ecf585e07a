namespace LrMath.Tests.Generation;

/// <summary>A length, and a step between both its ends.</summary>
internal sealed record Way(int Length, int Step);
