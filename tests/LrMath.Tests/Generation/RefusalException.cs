namespace LrMath.Tests.Generation;

/// <summary>Building an expression failed with something else than an ArgumentException.</summary>
#pragma warning disable CA1032, CA1064 // It carries a term, and never leaves the tests.
internal sealed class RefusalException(Term term, Exception cause)
    : Exception($"{term} throws {cause.GetType().Name}: {cause.Message}", cause)
#pragma warning restore CA1032, CA1064
{
    public Term Term { get; } = term;
}
