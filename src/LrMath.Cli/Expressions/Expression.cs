using LrMath.Cli.Expressions.Plain;
using LrMath.Frameworks;

namespace LrMath.Cli.Expressions;

/// <summary>
/// Turns what a user types, C# or the name of a JSON file, into the schedule or the policy it stands for. Only what is no plain expression
/// takes the time to load the compiler.
/// </summary>
internal static class Expression
{
    /// <summary>One schedule.</summary>
    /// <param name="text">A C# expression, or the name of a file that ends in .json.</param>
    /// <exception cref="UserErrorException">It is no schedule.</exception>
    public static Curve Compile(string text) =>
        JsonFile.Includes(text)
            ? JsonFile.ReadSchedule(text)
            : PlainExpression.Evaluate<object>(text) switch
            {
                Func<int, double> schedule => new Curve(text, schedule),
                RateAndMomentum both => new Curve(text, both.Rate) { Momentum = both.Momentum },
                _ => CompiledExpression.Compile(text),
            };

    /// <summary>Several schedules, in order.</summary>
    /// <param name="texts">Expressions and names of files.</param>
    /// <exception cref="UserErrorException">One of them is no schedule.</exception>
    public static IReadOnlyList<Curve> CompileAll(IEnumerable<string> texts) => [.. texts.Select(Compile)];

    /// <summary>One value of any kind.</summary>
    /// <param name="text">A C# expression, or the name of a file that ends in .json.</param>
    /// <exception cref="UserErrorException">It has no value.</exception>
    public static object CompileAny(string text) =>
        JsonFile.Includes(text) ? JsonFile.ReadSchedule(text)
        : PlainExpression.Evaluate<object>(text) is { } value
            ? value is Func<int, double> schedule ? new Curve(text, schedule)
                : value
        : CompiledExpression.CompileAny(text);

    /// <summary>One policy of any state.</summary>
    /// <param name="text">A C# expression, or the name of a file that ends in .json.</param>
    /// <exception cref="UserErrorException">It is no policy.</exception>
    public static Policy CompilePolicy(string text) =>
        JsonFile.Includes(text) ? JsonFile.ReadPolicy(text)
        : PlainExpression.Evaluate<object>(text) is { } value and not Delegate ? Policy.Of(text, value)
        : CompiledExpression.CompilePolicy(text);
}
