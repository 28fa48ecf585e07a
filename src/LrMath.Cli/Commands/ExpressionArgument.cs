using System.CommandLine;

namespace LrMath.Cli.Commands;

/// <summary>The argument that all verbs on schedules take.</summary>
internal static class ExpressionArgument
{
    /// <summary>One expression.</summary>
    public static Argument<string> One() => new("EXPR")
    {
        Description = "A schedule in C#: \"Cosine(0.1, 0, 9500).Warmup(500)\", \"step => 0.1 / (1 + step)\".",
    };

    /// <summary>One or more expressions.</summary>
    public static Argument<string[]> Many() => new("EXPR")
    {
        Description = "Schedules in C#: \"Cosine(0.1, 0, 9500).Warmup(500)\", \"step => 0.1 / (1 + step)\".",
        Arity = ArgumentArity.OneOrMore,
    };
}
