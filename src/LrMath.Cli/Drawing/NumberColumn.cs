using Spectre.Console;

namespace LrMath.Cli.Drawing;

/// <summary>A column of a <see cref="NumberTable"/>.</summary>
/// <param name="Title">Its heading, which may be broken into lines.</param>
/// <param name="Cells">Its cells, which may not.</param>
/// <param name="Style">The style of the heading.</param>
/// <param name="Right">Whether the cells end below each other, as numbers do.</param>
internal sealed record NumberColumn(string Title, IReadOnlyList<string> Cells, Style? Style = null, bool Right = true);
