using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace LrMath.Cli.Commands;

/// <summary>The option <c>--size WIDTHxHEIGHT</c>: how large the picture that is written to a file is.</summary>
internal static class SizeOption
{
    private const int Narrowest = 160;
    private const int Lowest = 120;
    private const int Largest = 10_000;

    /// <summary>The option; null where it is not given.</summary>
    public static Option<PictureSize?> Create() =>
        new("--size")
        {
            Description = "The size of the file's picture in pixels, 720x400 without it; PNG has two dots to a pixel.",
            HelpName = "WIDTHxHEIGHT",
            CustomParser = result => Read(result, result.Tokens[0].Value),
        };

    private static PictureSize? Read(ArgumentResult result, string text)
    {
        if (
            text.Split('x') is [var left, var right]
            && int.TryParse(left, NumberStyles.None, CultureInfo.InvariantCulture, out int width)
            && int.TryParse(right, NumberStyles.None, CultureInfo.InvariantCulture, out int height)
            && width is >= Narrowest and <= Largest
            && height is >= Lowest and <= Largest
        )
        {
            return new PictureSize(width, height);
        }

        result.AddError($"--size is '{text}'; it must be a width from 160, an x and a height from 120, both at most 10000: 600x360");
        return null;
    }
}
