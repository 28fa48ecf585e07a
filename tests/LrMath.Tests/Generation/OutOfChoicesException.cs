namespace LrMath.Tests.Generation;

/// <summary>A case that is to be smaller needs more choices than the one before.</summary>
#pragma warning disable CA1032, CA1064 // It never leaves Drawn.
internal sealed class OutOfChoicesException() : Exception("a smaller case needs more choices");
#pragma warning restore CA1032, CA1064
