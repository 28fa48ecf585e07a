using Spectre.Console;
using Spectre.Console.Rendering;

namespace LrMath.Cli.Drawing;

/// <summary>How curves are told apart, and how what is not a curve stands back.</summary>
internal static class Marks
{
    // Of the 256 colours of a terminal: blue, orange, green, pink, cyan, violet, olive, cream.
    private static ReadOnlySpan<byte> Palette => [39, 214, 29, 204, 87, 97, 100, 230];

    /// <summary>Axes and notes.</summary>
    public static Style Quiet => new(Color.Grey);

    /// <summary>
    /// The colour of a curve; they repeat after eight. Each has a contrast of 4:1 at least on black, and any two differ by a CIEDE2000
    /// distance of 10 at least, also to readers who lack one kind of cones.
    /// </summary>
    public static Style Colour(int curve) => new(Color.FromInt32(Palette[curve % Palette.Length]));

    /// <summary>
    /// Whether colours can be seen: not in a file, nor on a terminal that knows no escapes (TERM=dumb), whatever it says of colours.
    /// </summary>
    public static bool HasColours(RenderOptions options) => options.Ansi && options.ColorSystem != ColorSystem.NoColors;

    /// <summary>The letter of a curve where colours or braille are not to be had; a lone curve is drawn with asterisks.</summary>
    public static char Letter(int curve, int curves) => curves == 1 ? '*' : (char)('a' + curve % 26);
}
