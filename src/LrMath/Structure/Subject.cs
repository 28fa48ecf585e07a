namespace LrMath.Structure;

/// <summary>
/// What a refusal is about: an argument, or something inside it such as <c>knots[2].Value</c>. The text is made only when it is needed.
/// </summary>
/// <param name="Argument">The argument of the method that was called.</param>
/// <param name="Index">The index of an element, or a step; below 0 for the argument itself.</param>
/// <param name="Part">The part of the element, such as <c>.Value</c>.</param>
/// <param name="Words">Words that end with the index, where it is no element that is refused.</param>
internal readonly record struct Subject(string Argument, int Index = -1, string Part = "", string? Words = null)
{
    /// <summary>The beginning of the message.</summary>
    internal string Text =>
        Words is not null ? FormattableString.Invariant($"{Words}{Index}")
        : IsPart ? FormattableString.Invariant($"{Argument}[{Index}]{Part}")
        : Argument;

    /// <summary>Whether it is something inside the argument.</summary>
    internal bool IsPart => Index >= 0;

    public static implicit operator Subject(string argument) => new(argument);
}
