using SkiaSharp;
using Svg.Skia;

namespace LrMath.Cli.Pictures;

/// <summary>
/// An SVG of ours as PNG, two dots to a pixel, light on every machine. The only class that loads the library that draws it.
/// </summary>
internal static class PngPicture
{
    private const int Scale = 2;
    private const long MostPixels = 100_000_000;

    /// <summary>The bytes of the PNG.</summary>
    /// <param name="svg">The text of an SVG.</param>
    /// <exception cref="UserErrorException">This machine cannot draw it, or it is too large.</exception>
    public static byte[] Of(string svg)
    {
        try
        {
            return Drawn(svg);
        }
        catch (Exception problem) when (problem is DllNotFoundException or TypeInitializationException)
        {
            throw new UserErrorException("PNG cannot be drawn on this system; write a file that ends in .svg or .html instead", problem);
        }
    }

    private static byte[] Drawn(string svg)
    {
        using var fonts = new SystemFonts();
        using var document = new SKSvg();
        document.Settings.TypefaceProviders!.Insert(0, fonts);
        SKRect area = document.FromSvg(svg)!.CullRect;
        (int width, int height) = ((int)Math.Ceiling(area.Width * Scale), (int)Math.Ceiling(area.Height * Scale));
        if ((long)width * height > MostPixels)
        {
            throw new UserErrorException(
                FormattableString.Invariant($"the picture would have {width} x {height} dots; PNG is written up to {MostPixels} dots")
            );
        }

        using var bitmap = new SKBitmap(width, height);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.White);
            canvas.Scale(Scale);
            canvas.DrawPicture(document.Picture);
        }

        using SKData data = bitmap.Encode(SKEncodedImageFormat.Png, quality: 100);
        return data.ToArray();
    }
}
