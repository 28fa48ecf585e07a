using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrMath.Cli.Expressions.Hints;

/// <summary>What to write instead of an expression that does not compile.</summary>
internal static class Hint
{
    private const string Quotes = "\"'\u201C\u201D\u2018\u2019`";

    /// <summary>A hint, to stand behind the compiler's message; <see langword="null"/> where there is nothing to add to it.</summary>
    /// <param name="compilation">The expression.</param>
    /// <param name="mistake">The compiler's first complaint about it.</param>
    public static string? For(Compilation compilation, Diagnostic mistake)
    {
        if (mistake.Location.SourceTree is not { } tree)
        {
            return null;
        }

        SyntaxNode root = tree.GetRoot();
        SyntaxNode node = root.FindNode(mistake.Location.SourceSpan, getInnermostNodeForTie: true);
        SemanticModel model = compilation.GetSemanticModel(tree);
        return Foreign(root.ToFullString())
            ?? mistake.Id switch
            {
                "CS0103" or "CS0246" => NameHint.Unknown(model, node),
                "CS0117" or "CS1061" => NameHint.NoMember(model, node),
                "CS1739" => NameHint.NoParameter(model, node),
                "CS1503" => NumberHint.NotWhole(model, node),
                "CS0029" or "CS0266" when IsDoubleForInt(mistake) => $"a whole number is needed here, such as 500, not {node}",
                "CS0029" or "CS0266" or "CS0123" or "CS0428" => ValueHint.NoSchedule(model, node),
                "CS1929" => ValueHint.NoReceiver(model, node),
                "CS0019" or "CS0023" => OperatorHint.OnSchedules(model, node),
                "CS1501" or "CS7036" or "CS1729" => NameHint.Signature(model, node),
                _ => null,
            };
    }

    /// <summary>Whether an expression subtracts schedules, which compiles, as the removal of a delegate, and changes nothing.</summary>
    public static string? ForDifference(Compilation compilation)
    {
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            SemanticModel model = compilation.GetSemanticModel(tree);
            foreach (SyntaxNode node in tree.GetRoot().DescendantNodes())
            {
                (ExpressionSyntax Left, ExpressionSyntax Right)? parts = node switch
                {
                    BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.SubtractExpression) => (binary.Left, binary.Right),
                    AssignmentExpressionSyntax change when change.IsKind(SyntaxKind.SubtractAssignmentExpression) => (
                        change.Left,
                        change.Right
                    ),
                    _ => null,
                };
                if (parts is var (left, right) && IsSchedule(model.GetTypeInfo(node).Type))
                {
                    return "a schedule minus a schedule is not their difference to C#; write "
                        + $"{OperatorHint.Receiver(left)}.Plus({OperatorHint.Receiver(right)}.Scale(-1))";
                }
            }
        }
        return null;
    }

    internal static bool IsSchedule(ITypeSymbol? type) => type?.ToDisplayString() == "System.Func<int, double>";

    private static bool IsDoubleForInt(Diagnostic mistake) =>
        mistake.GetMessage(CultureInfo.InvariantCulture).Contains("'double' to 'int'", StringComparison.Ordinal);

    internal static bool IsShape(ITypeSymbol? type) =>
        type?.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString() == "LrMath.Shape";

    // What other languages and shells write with words and signs of their own.
    private static string? Foreign(string text) =>
        text.Contains("lambda ", StringComparison.Ordinal) || text.Contains("->", StringComparison.Ordinal)
            ? "a function is written step => 0.1 / (1 + step)"
        : text.Trim() is [var first, _, .., var last] && Quotes.Contains(first) && Quotes.Contains(last)
            ? "a schedule is written without quotation marks, such as Cosine(0.1, 0, 100)"
        : text.Contains("**", StringComparison.Ordinal) ? "a power is written Math.Pow(x, y)"
        : null;
}
