using Spectre.Console;

namespace LrMath.Benchmarks.Comparison;

/// <summary>The table for the terminal.</summary>
internal static class ConsoleReport
{
    public static void Write(IAnsiConsole output, string header, IReadOnlyList<RowGroup> groups)
    {
        output.WriteLine(header);
        foreach (RowGroup group in groups)
        {
            output.WriteLine();
            Table table = new Table().Border(TableBorder.Simple).Title(new TableTitle(Markup.Escape(group.Title)));
            for (int i = 0; i < Figures.Columns.Length; i++)
            {
                var column = new TableColumn(new Text(Figures.Columns[i])).NoWrap();
                table.AddColumn(i is 1 or 3 or 4 or 5 ? column.RightAligned() : column);
            }

            foreach (Row row in group.Rows)
            {
                Style? style = row.IsMissed ? new Style(Color.Red) : null;
                table.AddRow(Array.ConvertAll(Figures.Cells(row), cell => new Text(cell, style)));
            }

            output.Write(table);
        }
    }
}
