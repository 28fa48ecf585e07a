using SkiaSharp;
using Svg.Skia.TypefaceProviders;

namespace LrMath.Cli.Pictures;

/// <summary>
/// One font without serifs, regular and bold, whatever family a text asks for. The library finds fonts by itself on Windows and macOS;
/// on Linux that would need another library, so the usual folders are searched.
/// </summary>
internal sealed class SystemFonts : ITypefaceProvider, IDisposable
{
    private static readonly string[] Folders = ["/usr/share/fonts", "/usr/local/share/fonts"];

    /// <summary>Fonts with Greek letters and arrows, in the order of preference: the regular face and the bold one.</summary>
    private static readonly (string Regular, string Bold)[] Known =
    [
        ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
        ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"),
        ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"),
        ("Roboto-Regular.ttf", "Roboto-Bold.ttf"),
        ("OpenSans-Regular.ttf", "OpenSans-Bold.ttf"),
        ("FreeSans.ttf", "FreeSansBold.ttf"),
    ];

    private readonly SKTypeface? regular;
    private readonly SKTypeface? bold;

    /// <summary>Finds the font.</summary>
    /// <exception cref="UserErrorException">There is none: the texts would be missing.</exception>
    public SystemFonts()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        string[] files = [.. Folders.Where(Directory.Exists).SelectMany(Files)];
        (string? plain, string? heavy) = Known
            .Select(face => (Find(files, face.Regular), Find(files, face.Bold)))
            .FirstOrDefault(face => face.Item1 is not null, (files.FirstOrDefault(), null));
        regular = plain is null ? null : SKTypeface.FromFile(plain);
        bold = heavy is null ? regular : SKTypeface.FromFile(heavy);
        if (regular is null)
        {
            throw new UserErrorException(
                "PNG needs a font (.ttf) in /usr/share/fonts, such as Debian's package fonts-dejavu-core; .svg and .html need none"
            );
        }
    }

    /// <inheritdoc/>
    public SKTypeface? FromFamilyName(
        string fontFamily,
        SKFontStyleWeight fontWeight,
        SKFontStyleWidth fontWidth,
        SKFontStyleSlant fontStyle
    ) => fontWeight >= SKFontStyleWeight.SemiBold ? bold : regular;

    /// <inheritdoc/>
    public void Dispose()
    {
        regular?.Dispose();
        if (!ReferenceEquals(bold, regular))
        {
            bold?.Dispose();
        }
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory
            .EnumerateFiles(folder, "*.ttf", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
            .Order(StringComparer.Ordinal);

    private static string? Find(string[] files, string name) =>
        Array.Find(files, file => Path.GetFileName(file).Equals(name, StringComparison.OrdinalIgnoreCase));
}
