namespace LrMath.Tests.Golden;

/// <summary>A schedule inside another one's arguments.</summary>
internal sealed record Member(string Name, Arguments Args);
