using LrMath.Plotting;

namespace LrMath.Cli.Pictures;

/// <summary>
/// Writes a picture in the format that the name of its file ends in: SVG, PNG or HTML; SVG under a name without an ending.
/// </summary>
internal static class PictureFile
{
    /// <summary>The endings that are known.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".svg", ".png", ".html"];

    /// <summary>Whether a file of that name can be written.</summary>
    public static bool Includes(string path) =>
        Path.GetExtension(path) is var extension && (extension.Length == 0 || Extensions.Contains(extension.ToLowerInvariant()));

    /// <summary>Writes a plot.</summary>
    /// <exception cref="UserErrorException">It cannot be drawn or written; whatever was there is untouched.</exception>
    public static void Write(string path, Func<Plot> plot) => Write(path, plot, made => made.ToSvg(), made => made.ToHtml());

    /// <summary>Writes several panels.</summary>
    /// <exception cref="UserErrorException">They cannot be drawn or written; whatever was there is untouched.</exception>
    public static void Write(string path, Func<PlotGrid> grid) => Write(path, grid, made => made.ToSvg(), made => made.ToHtml());

    private static void Write<T>(string path, Func<T> make, Func<T, string> svg, Func<T, string> html)
    {
        string extension = Path.GetExtension(path).ToLowerInvariant();
        try
        {
            T picture = make();
            if (extension == ".png")
            {
                OutputFile.Write(path, PngPicture.Of(svg(picture)));
            }
            else
            {
                OutputFile.Write(path, extension == ".html" ? html(picture) : svg(picture));
            }
        }
        catch (ArgumentException problem)
        {
            throw new UserErrorException($"this cannot be drawn: {problem.Message}", problem);
        }
    }
}
