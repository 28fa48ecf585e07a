using System.CommandLine;
using LrMath.Cli.Completions;
using LrMath.Cli.Pictures;

namespace LrMath.Cli.Commands;

/// <summary>The option <c>--out</c>: a picture as SVG, PNG or HTML.</summary>
internal static class OutOption
{
    /// <summary>The option, which refuses the extension of another format.</summary>
    /// <param name="description">What the help says.</param>
    public static Option<string?> Create(string description) =>
        new("--out")
        {
            Description = description,
            HelpName = "FILE.svg|.png|.html",
            CompletionSources = { FileCompletions.OfAnyFile },
            Validators =
            {
                result =>
                {
                    string path = result.Tokens is [var token] ? token.Value : "";
                    if (!PictureFile.Includes(path))
                    {
                        result.AddError($"--out is '{path}'; SVG, PNG and HTML are written here: the name must end in .svg, .png or .html");
                    }
                },
            },
        };
}
