using System.CommandLine;
using System.Globalization;

namespace LrMath.Cli.Commands;

/// <summary>An option that takes a count or a step.</summary>
internal static class WholeNumber
{
    /// <summary>An option whose value is null when it is not given, and never below <paramref name="least"/>.</summary>
    /// <param name="name">The name, with its dashes.</param>
    /// <param name="least">The lowest number allowed.</param>
    /// <param name="helpName">What stands for the number in the help.</param>
    /// <param name="description">What the help says.</param>
    public static Option<int?> Option(string name, int least, string helpName, string description) =>
        new(name)
        {
            HelpName = helpName,
            Description = description,
            CustomParser = result =>
            {
                string text = result.Tokens[0].Value;
                // As the expressions have it: 10_000.
                string digits = text.Replace("_", "", StringComparison.Ordinal);
                if (int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) && value >= least)
                {
                    return value;
                }

                result.AddError($"{name} is '{text}'; it must be a whole number, at least {least} and at most {int.MaxValue}");
                return null;
            },
        };
}
