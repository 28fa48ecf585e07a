using System.Text;

namespace LrMath.Benchmarks.Comparison;

/// <summary>The tables as Markdown, for a file of their own or for the performance section of the README.</summary>
internal static class MarkdownReport
{
    private const string Begin = "<!-- performance:begin -->";
    private const string End = "<!-- performance:end -->";

    public static string Text(string header, IEnumerable<Table> tables)
    {
        StringBuilder text = new StringBuilder().Append(header).Append('\n');
        foreach (Table table in tables.Where(table => table.Lines.Count > 0))
        {
            text.Append('\n').Append("**").Append(table.Title).Append("**\n\n");
            Line(text, table.Columns.Select(heading => heading.Trim()));
            Line(text, table.Columns.Select(heading => heading.StartsWith(' ') ? "--:" : "---"));
            foreach (IReadOnlyList<string> line in table.Lines)
            {
                Line(text, line);
            }
        }

        return text.ToString();
    }

    /// <summary>What keeps a page from getting the text; null if nothing does.</summary>
    public static string? Missing(string path) =>
        !File.Exists(path) ? $"{path} is no file."
        : Places(File.ReadAllText(path)) is null ? $"{path} has no place for the tables: it needs a line {Begin} and below it a line {End}."
        : null;

    /// <summary>Puts the text between the markers of a page.</summary>
    public static void Replace(string path, string text)
    {
        string page = File.ReadAllText(path);
        (int begin, int end) = Places(page) ?? throw new InvalidOperationException(Missing(path));
        File.WriteAllText(path, $"{page[..begin]}\n{text}{page[end..]}");
    }

    // The end of the first marker, and the start of the second.
    private static (int Begin, int End)? Places(string page)
    {
        int begin = page.IndexOf(Begin, StringComparison.Ordinal);
        int end = page.IndexOf(End, StringComparison.Ordinal);
        return begin >= 0 && end > begin ? (begin + Begin.Length, end) : null;
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");
}
