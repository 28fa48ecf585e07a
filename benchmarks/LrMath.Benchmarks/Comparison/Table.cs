namespace LrMath.Benchmarks.Comparison;

/// <summary>A table as text, the same for the terminal and for Markdown.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Columns">The headings; one that begins with a space is of numbers.</param>
/// <param name="Lines">The cells, line by line.</param>
internal sealed record Table(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Lines);
