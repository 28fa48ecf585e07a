namespace LrMath.Plotting.Drawing;

/// <summary>Sizes of text, lines and marks in pixels.</summary>
internal sealed record Sizes(double Title, double Caption, double Text, double Ticks, double Line, double Mark, double Padding, double Gap)
{
    /// <summary>For a picture on its own; still readable when shown 600 pixels wide.</summary>
    public static Sizes Large { get; } = new(Title: 17, Caption: 12.5, Text: 13, Ticks: 12.5, Line: 2, Mark: 3.2, Padding: 16, Gap: 8);

    /// <summary>For a panel among many.</summary>
    public static Sizes Small { get; } = new(Title: 12.5, Caption: 9.5, Text: 10, Ticks: 10, Line: 1.7, Mark: 2.2, Padding: 10, Gap: 5);

    /// <summary>For a panel among many whose texts can be read in a picture shown 400 pixels wide.</summary>
    public static Sizes Medium { get; } = new(Title: 14, Caption: 13.5, Text: 13, Ticks: 12.5, Line: 2, Mark: 2.5, Padding: 12, Gap: 6);

    /// <summary>From one baseline to the next.</summary>
    public static double LineHeight(double size) => 1.3 * size;
}
