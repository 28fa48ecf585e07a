namespace LrMath.Tests.Golden;

/// <summary>A record that the reader cannot understand: never a difference of numbers, always a failure.</summary>
internal sealed class GoldenException(string message) : Exception(message);
