using System.CommandLine;
using System.CommandLine.Parsing;
using LrMath.Cli.Completions;

namespace LrMath.Cli.Commands;

/// <summary>The argument that all verbs on schedules take.</summary>
internal static class ExpressionArgument
{
    private const string Examples = "\"Cosine(0.1, 0, 9500).Warmup(500)\", \"step => 0.1 / (1 + step)\"; or a JSON file: schedule.json.";

    /// <summary>One expression.</summary>
    public static Argument<string> One() =>
        new("EXPR")
        {
            HelpName = "EXPR",
            Description = $"A schedule in C#: {Examples}",
            Validators = { RefuseOptions },
            CompletionSources = { ExpressionCompletions.OfSchedule },
        };

    /// <summary>One or more expressions.</summary>
    public static Argument<string[]> Many() =>
        new("EXPR")
        {
            HelpName = "EXPR",
            Description = $"Schedules in C#: {Examples}",
            Arity = ArgumentArity.OneOrMore,
            Validators = { RefuseOptions },
            CompletionSources = { ExpressionCompletions.OfSchedule },
        };

    // What is not an option of the verb would be taken for an expression.
    private static void RefuseOptions(ArgumentResult result)
    {
        foreach (Token token in result.Tokens.Where(token => token.Value.StartsWith("--", StringComparison.Ordinal)))
        {
            result.AddError($"there is no option {token.Value} here");
        }
    }
}
