namespace LrMath.Cli.Drawing;

/// <summary>A grid of character cells of two by four dots each, as braille has them; every cell remembers who drew in it last.</summary>
/// <param name="columns">Cells across.</param>
/// <param name="rows">Cells down.</param>
internal sealed class DotCanvas(int columns, int rows)
{
    private const char EmptyBraille = '\u2800';

    private readonly byte[,] dots = new byte[columns, rows];
    private readonly int[,] owners = new int[columns, rows];

    /// <summary>Dots across.</summary>
    public int Width => 2 * columns;

    /// <summary>Dots down.</summary>
    public int Height => 4 * rows;

    /// <summary>
    /// Sets the dots of one dot column from <paramref name="low"/> up to <paramref name="high"/>, counted from the bottom.
    /// </summary>
    public void DrawColumn(int x, int low, int high, int owner)
    {
        for (int y = low; y <= high; y++)
        {
            int fromTop = Height - 1 - y;
            dots[x / 2, fromTop / 4] |= Bit(x % 2, fromTop % 4);
            owners[x / 2, fromTop / 4] = owner;
        }
    }

    /// <summary>The braille character of a cell and the curve that it belongs to; no owner where nothing is drawn.</summary>
    public (char Braille, int? Owner) this[int column, int row] =>
        ((char)(EmptyBraille + dots[column, row]), dots[column, row] == 0 ? null : owners[column, row]);

    // Braille numbers its dots 1-3 and 4-6 down the columns; 7 and 8, the bottom row, came later.
    private static byte Bit(int x, int y) => (byte)(y == 3 ? 0x40 << x : 1 << (y + 3 * x));
}
