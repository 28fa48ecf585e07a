namespace LrMath.Cli.Expressions.Plain;

/// <summary>A piece of a plain expression.</summary>
internal abstract record Syntax;

/// <summary>A number, a truth value or null.</summary>
internal sealed record Literal(object? Value) : Syntax;

/// <summary><c>[a, b, …]</c></summary>
internal sealed record Listing(IReadOnlyList<Syntax> Elements) : Syntax;

/// <summary><c>(a, b)</c></summary>
internal sealed record Pair(Syntax First, Syntax Second) : Syntax;

/// <summary><c>Class.Member</c>, or a name alone.</summary>
internal sealed record Dotted(IReadOnlyList<string> Names) : Syntax;

/// <summary>A call of a name, <c>Cosine(…)</c> or <c>PyTorch.StepLR(…)</c>, or of a verb on what stands before it.</summary>
internal sealed record Calling(Syntax? Receiver, Dotted Name, IReadOnlyList<(string? Name, Syntax Value)> Arguments) : Syntax;

/// <summary><c>policy with { Setting = value, … }</c></summary>
internal sealed record Changed(Syntax Policy, IReadOnlyList<(string Name, Syntax Value)> Settings) : Syntax;
