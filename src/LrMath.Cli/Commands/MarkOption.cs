using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using LrMath.Plotting;

namespace LrMath.Cli.Commands;

/// <summary>The option <c>--mark STEP:TEXT</c>: vertical lines in the picture that is written to a file.</summary>
internal static class MarkOption
{
    /// <summary>The option; it may be given several times.</summary>
    public static Option<IReadOnlyList<StepMark>> Create() =>
        new("--mark")
        {
            Description = "Mark a step in the file of --out with a line and a text: \"3_000:resume here\". Several are possible.",
            HelpName = "STEP:TEXT",
            Arity = ArgumentArity.OneOrMore,
            CustomParser = result => [.. result.Tokens.Select(token => Read(result, token.Value)).OfType<StepMark>()],
            DefaultValueFactory = _ => [],
        };

    /// <summary>A plot with the lines in it.</summary>
    public static Plot AddTo(Plot plot, IEnumerable<StepMark> marks) =>
        marks.Aggregate(plot, (marked, mark) => marked.AddMarker(mark.Text, mark.Step));

    private static StepMark? Read(ArgumentResult result, string text)
    {
        string[] parts = text.Split(':', 2);
        string digits = parts[0].Replace("_", "", StringComparison.Ordinal);
        if (parts is [_, { Length: > 0 } label] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int step))
        {
            return new StepMark(step, label);
        }

        result.AddError($"--mark is '{text}'; it must be a step, 0 or more, a colon and a text: \"3000:resume here\"");
        return null;
    }
}
