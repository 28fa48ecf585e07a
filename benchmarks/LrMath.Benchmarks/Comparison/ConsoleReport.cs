using Spectre.Console;

namespace LrMath.Benchmarks.Comparison;

/// <summary>The tables for a terminal.</summary>
internal static class ConsoleReport
{
    // A file or a pipe gets lines as long as they are, and no colours.
    private const int PlainWidth = 300;

    public static void Write(string header, IEnumerable<Table> tables)
    {
        IAnsiConsole output = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect,
                ColorSystem = Console.IsOutputRedirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            }
        );
        if (Console.IsOutputRedirected)
        {
            output.Profile.Width = PlainWidth;
        }

        output.WriteLine(header);
        foreach (Table table in tables.Where(table => table.Lines.Count > 0))
        {
            output.WriteLine();
            output.WriteLine(table.Title);
            output.Write(Grid(table));
        }
    }

    private static Spectre.Console.Table Grid(Table table)
    {
        Spectre.Console.Table grid = new Spectre.Console.Table().Border(TableBorder.Simple);
        foreach (string heading in table.Columns)
        {
            TableColumn column = new TableColumn(new Text(heading.Trim())).NoWrap();
            grid.AddColumn(heading.StartsWith(' ') ? column.RightAligned() : column);
        }

        foreach (IReadOnlyList<string> line in table.Lines)
        {
            Style? style = line[^1].EndsWith("missed", StringComparison.Ordinal) ? new Style(Color.Red) : null;
            grid.AddRow([.. line.Select(cell => new Text(cell, style))]);
        }

        return grid;
    }
}
