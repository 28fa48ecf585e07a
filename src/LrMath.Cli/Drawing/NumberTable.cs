using Spectre.Console;

namespace LrMath.Cli.Drawing;

/// <summary>
/// A table whose numbers are never broken: where the columns do not fit side by side, it becomes several tables, each with the leading
/// columns or the first of them.
/// </summary>
internal static class NumberTable
{
    // A heading is broken into lines of no fewer characters.
    private const int NarrowestHeading = 8;

    // A space on either side, and a line.
    private const int Frame = 3;

    /// <summary>Writes the table, or the tables.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="leading">The columns at the left of each; the first alone where there is no room for them and a group.</param>
    /// <param name="groups">The others; the columns of a group stay together where there is room for them.</param>
    public static void Write(IAnsiConsole output, IReadOnlyList<NumberColumn> leading, IReadOnlyList<IReadOnlyList<NumberColumn>> groups)
    {
        int width = output.Profile.Width - 1;
        bool fits = leading.Sum(Narrowest) + groups.Max(group => group.Sum(Narrowest)) <= width;
        NumberColumn[] first = fits ? [.. leading] : [leading[0]];
        int room = width - first.Sum(Narrowest);
        NumberColumn[][] parts =
        [
            .. leading.Skip(first.Length).Select(column => new[] { column }),
            .. groups.SelectMany(group => Parts(group, room)),
        ];
        int next = 0;
        while (next < parts.Length)
        {
            List<NumberColumn> columns = [.. first];
            int left = room;
            do
            {
                columns.AddRange(parts[next]);
                left -= parts[next].Sum(Narrowest);
                next++;
            } while (next < parts.Length && parts[next].Sum(Narrowest) <= left);
            output.Write(Table(columns, Math.Max(0, left)));
        }
    }

    private static IEnumerable<NumberColumn[]> Parts(IReadOnlyList<NumberColumn> group, int room) =>
        group.Sum(Narrowest) <= room
            ?
            [
                [.. group],
            ]
            : group.Select(column => new[] { column });

    private static Table Table(List<NumberColumn> columns, int spare)
    {
        var table = new Table();
        foreach (NumberColumn column in columns)
        {
            int narrow = Narrowest(column) - Frame;
            int wider = Math.Min(spare, Math.Max(0, column.Title.Length - narrow));
            spare -= wider;
            var made = new TableColumn(new Text(column.Title, column.Style)) { Width = narrow + wider, NoWrap = false };
            table.AddColumn(column.Right ? made.RightAligned() : made);
        }
        for (int row = 0; row < columns[0].Cells.Count; row++)
        {
            table.AddRow([.. columns.Select(column => new Text(column.Cells[row]))]);
        }

        return table;
    }

    private static int Narrowest(NumberColumn column) =>
        Frame + Math.Max(column.Cells.Max(cell => (int?)cell.Length) ?? 0, Math.Min(column.Title.Length, NarrowestHeading));
}
