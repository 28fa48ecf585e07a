using Spectre.Console;

namespace LrMath.Cli.Drawing;

/// <summary>How many lines a plot has.</summary>
internal static class PlotHeight
{
    private const int Least = 6;

    /// <summary>As many as make the output fill a terminal; elsewhere, in a file or a pipe, a number of its own.</summary>
    /// <param name="output">The console.</param>
    /// <param name="elsewhere">The number elsewhere.</param>
    /// <param name="others">The lines that the terminal needs for the axes, legends and notes, and for the prompt.</param>
    /// <param name="plots">How many plots share the rest.</param>
    public static int Of(IAnsiConsole output, int elsewhere, int others, int plots = 1) =>
        output.Profile.Out.IsTerminal ? Math.Max(Least, (output.Profile.Height - others) / plots) : elsewhere;
}
