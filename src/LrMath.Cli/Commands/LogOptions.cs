using System.CommandLine;

namespace LrMath.Cli.Commands;

/// <summary>How to find steps and rates in a log; the options of all verbs that read a run's rates.</summary>
internal sealed class LogOptions
{
    private readonly Option<string?> step = new("--step-column")
    {
        Description = "The column of the steps, by name or number. Without it: step, iteration, epoch and the like.",
        HelpName = "COLUMN",
    };

    private readonly Option<string?> rate = new("--column")
    {
        Description = "The column of the rates, by name or number. Without it: lr, learning_rate and the like.",
        HelpName = "COLUMN",
    };

    private readonly Option<string?> pattern = Pattern("step and rate", "at (?<step>\\d+).*eta (?<rate>\\S+)");

    /// <summary>The option of the regular expression that finds what is to be read in plain text.</summary>
    /// <param name="groups">The names of its groups.</param>
    /// <param name="example">An example.</param>
    public static Option<string?> Pattern(string groups, string example) =>
        new("--pattern")
        {
            Description = $"For plain text: a regular expression with groups named {groups}, such as \"{example}\".",
            HelpName = "REGEX",
        };

    /// <summary>The regular expression that was given, if any.</summary>
    public string? PatternOf(ParseResult parsed) => parsed.GetValue(pattern);

    /// <summary>The column of the steps that was given, if any.</summary>
    public string? StepOf(ParseResult parsed) => parsed.GetValue(step);

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command command)
    {
        command.Add(step);
        command.Add(rate);
        command.Add(pattern);
    }

    /// <summary>Reads a log as the options say.</summary>
    /// <exception cref="UserErrorException">The file is not such a log.</exception>
    public RunLog Read(ParseResult parsed, string path) =>
        RunLog.Read(path, parsed.GetValue(step), parsed.GetValue(rate), parsed.GetValue(pattern));
}
