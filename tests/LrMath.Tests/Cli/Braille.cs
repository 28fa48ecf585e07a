namespace LrMath.Tests.Cli;

/// <summary>Reads a plot back.</summary>
internal static class Braille
{
    public static bool IsDrawn(char c) => c is > '\u2800' and <= '\u28FF';

    /// <summary>For each dot column its dots, the bottom row of the plot being 0.</summary>
    public static IReadOnlyList<int[]> Columns(IReadOnlyList<string> lines, int rows)
    {
        string[] plot = [.. lines.Take(rows).Select(line => line[(line.IndexOfAny(['┤', '│']) + 1)..])];
        int columns = plot.Max(line => line.Length);
        return [.. Enumerable.Range(0, 2 * columns).Select(x => Dots(plot, x).Order().ToArray())];
    }

    private static IEnumerable<int> Dots(string[] plot, int x)
    {
        int[][] bits =
        [
            [0x01, 0x02, 0x04, 0x40],
            [0x08, 0x10, 0x20, 0x80],
        ];
        for (int row = 0; row < plot.Length; row++)
        {
            int cell = x / 2 < plot[row].Length && IsDrawn(plot[row][x / 2]) ? plot[row][x / 2] - 0x2800 : 0;
            for (int y = 0; y < 4; y++)
            {
                if ((cell & bits[x % 2][y]) != 0)
                {
                    yield return 4 * plot.Length - 1 - (4 * row + y);
                }
            }
        }
    }
}
