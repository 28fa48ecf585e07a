using System.Text;
using Spectre.Console;

namespace LrMath.Training;

/// <summary>One table, for the console, for Markdown and for CSV.</summary>
public sealed record Table(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.Append("| ").AppendJoin(" | ", Columns).Append(" |\n");
        text.Append("| ").AppendJoin(" | ", Columns.Select((_, i) => i == 0 ? "---" : "---:")).Append(" |\n");
        foreach (IReadOnlyList<string> row in Rows)
        {
            text.Append("| ").AppendJoin(" | ", row).Append(" |\n");
        }

        return text.ToString();
    }

    public string ToCsv()
    {
        var text = new StringBuilder();
        foreach (IReadOnlyList<string> row in Rows.Prepend(Columns))
        {
            text.AppendJoin(',', row.Select(Quoted)).Append('\n');
        }

        return text.ToString();

        static string Quoted(string cell) =>
            cell.AsSpan().ContainsAny(',', '"', '\n') ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
    }

    /// <summary>Columns that do not fit are left out from the right, the first three never: the report has them all.</summary>
    public Table Within(int width)
    {
        int fit = 0;
        for (int used = 1; fit < Columns.Count; fit++)
        {
            used += 3 + Rows.Select(row => row[fit].Length).Append(Columns[fit].Length).Max();
            if (used > width)
            {
                break;
            }
        }
        fit = Math.Max(fit, Math.Min(3, Columns.Count));
        return this with { Columns = [.. Columns.Take(fit)], Rows = [.. Rows.Select(row => row.Take(fit).ToList())] };
    }

    public void Print(IAnsiConsole console)
    {
        var table = new Spectre.Console.Table { Title = new TableTitle(Markup.Escape(Title)), Border = TableBorder.Rounded };
        for (int i = 0; i < Columns.Count; i++)
        {
            table.AddColumn(new TableColumn(Markup.Escape(Columns[i])) { Alignment = i == 0 ? Justify.Left : Justify.Right });
        }

        foreach (IReadOnlyList<string> row in Rows)
        {
            table.AddRow([.. row.Select(Markup.Escape)]);
        }

        console.Write(table);
    }
}
