using Spectre.Console;

namespace LrMath.Cli.Drawing;

/// <summary>How curves are told apart, and how what is not a curve stands back.</summary>
internal static class Marks
{
    /// <summary>Axes and notes.</summary>
    public static Style Quiet => new(Color.Grey);

    /// <summary>The colour of a curve; they repeat after eight.</summary>
    public static Style Colour(int curve) => new((curve % 8) switch
    {
        0 => Color.DeepSkyBlue1,
        1 => Color.Orange1,
        2 => Color.SpringGreen3,
        3 => Color.HotPink,
        4 => Color.MediumPurple1,
        5 => Color.Gold1,
        6 => Color.Turquoise2,
        _ => Color.IndianRed1,
    });

    /// <summary>The letter of a curve where colours or braille are not to be had; a lone curve is drawn with asterisks.</summary>
    public static char Letter(int curve, int curves) => curves == 1 ? '*' : (char)('a' + curve % 26);
}
