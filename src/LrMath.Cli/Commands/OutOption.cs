using System.CommandLine;

namespace LrMath.Cli.Commands;

/// <summary>The option <c>--out</c>: an SVG file.</summary>
internal static class OutOption
{
    private const string Extension = ".svg";

    /// <summary>The option, which refuses the extension of another format.</summary>
    /// <param name="description">What the help says.</param>
    public static Option<string?> Create(string description) =>
        new("--out")
        {
            Description = description,
            HelpName = "FILE.svg",
            Validators =
            {
                result =>
                {
                    string path = result.Tokens is [var token] ? token.Value : "";
                    string extension = Path.GetExtension(path);
                    if (extension.Length > 0 && !extension.Equals(Extension, StringComparison.OrdinalIgnoreCase))
                        result.AddError($"--out is '{path}', but only SVG is written here; the name must end in {Extension}");
                },
            },
        };
}
