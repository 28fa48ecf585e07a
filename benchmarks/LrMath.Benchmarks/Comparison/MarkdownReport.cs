using System.Text;

namespace LrMath.Benchmarks.Comparison;

/// <summary>The table as Markdown, for a file of its own or for the performance section of the README.</summary>
internal static class MarkdownReport
{
    private const string Begin = "<!-- performance:begin -->";
    private const string End = "<!-- performance:end -->";

    public static string Text(string header, IReadOnlyList<RowGroup> groups)
    {
        var text = new StringBuilder().Append(header).Append('\n');
        foreach (RowGroup group in groups)
        {
            text.Append('\n').Append("**").Append(group.Title).Append("**\n\n");
            Line(text, Figures.Columns);
            Line(text, ["---", "--:", "---", "--:", "--:", "--:", "---", "---"]);
            foreach (Row row in group.Rows)
            {
                Line(text, Figures.Cells(row));
            }
        }

        return text.ToString();
    }

    /// <summary>Puts the text between the markers of a page.</summary>
    public static void Replace(string path, string text)
    {
        string page = File.ReadAllText(path);
        int begin = page.IndexOf(Begin, StringComparison.Ordinal);
        int end = page.IndexOf(End, StringComparison.Ordinal);
        if (begin < 0 || end < begin)
        {
            throw new InvalidOperationException($"{path} has no place for the table: it needs a line {Begin} and below it a line {End}.");
        }

        File.WriteAllText(path, $"{page[..(begin + Begin.Length)]}\n{text}{page[end..]}");
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");
}
