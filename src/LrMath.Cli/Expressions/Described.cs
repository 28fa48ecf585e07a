using System.Collections;
using System.Runtime.CompilerServices;
using LrMath.Structure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrMath.Cli.Expressions;

/// <summary>What an expression is, in words.</summary>
internal static class Described
{
    private const string Placeholder = "‹lambda›";

    /// <summary>The C# of a schedule, of each schedule of a list, or what anything else says of itself.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="value">Its value.</param>
    public static IEnumerable<string> Lines(string text, object? value) =>
        value switch
        {
            Curve curve => [Line(curve.Schedule.Describe(), text)],
            Func<int, double> schedule => [Line(schedule.Describe(), text)],
            Shape shape => [ShapeFormula.Of(shape).Text ?? text],
            Delegate function => [$"{text}, a {TypeName(function.GetType())}: no schedule"],
            ITuple tuple => Enumerable.Range(0, tuple.Length).SelectMany(i => Lines("", tuple[i])),
            string line => [line],
            IEnumerable list => list.Cast<object?>().SelectMany(item => Lines("", item)),
            _ => [value?.ToString() ?? "null"],
        };

    private static string TypeName(Type type) =>
        type.IsGenericType
            ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(TypeName))}>"
            : Type.GetTypeCode(type) switch
            {
                TypeCode.Double => "double",
                TypeCode.Int32 => "int",
                _ => type.Name,
            };

    // To look at the expression is to load the compiler.
    private static string Line(string description, string text) =>
        description.Contains(Placeholder, StringComparison.Ordinal) ? WithLambdas(description, text) : description;

    // A function of the user's own is known to the library as a function only; where it is written in the expression, its text is known
    // here.
    private static string WithLambdas(string description, string text)
    {
        ExpressionSyntax expression = SyntaxFactory.ParseExpression(text);
        string[] lambdas =
        [
            .. expression
                .DescendantNodesAndSelf(node => node is not LambdaExpressionSyntax)
                .OfType<LambdaExpressionSyntax>()
                .Select(lambda => lambda.ToString()),
        ];
        string[] parts = description.Split(Placeholder);
        if (expression.ContainsDiagnostics || parts.Length != lambdas.Length + 1)
        {
            return description;
        }

        return parts[0]
            + string.Concat(
                lambdas.Zip(parts.Skip(1), (lambda, next) => (next.StartsWith('.') ? $"((Func<int, double>)({lambda}))" : lambda) + next)
            );
    }
}
