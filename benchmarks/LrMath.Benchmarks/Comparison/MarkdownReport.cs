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
