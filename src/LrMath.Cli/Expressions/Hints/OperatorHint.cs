using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrMath.Cli.Expressions.Hints;

/// <summary>The verbs that do what operators cannot do to schedules.</summary>
internal static class OperatorHint
{
    /// <summary>For an operator between a schedule and something else.</summary>
    public static string? OnSchedules(SemanticModel model, SyntaxNode node) =>
        node switch
        {
            BinaryExpressionSyntax binary => Binary(model, binary),
            PrefixUnaryExpressionSyntax unary
                when unary.IsKind(SyntaxKind.UnaryMinusExpression) && Hint.IsSchedule(model.GetTypeInfo(unary.Operand).Type) =>
                $"write {Receiver(unary.Operand)}.Scale(-1)",
            MemberAccessExpressionSyntax
            {
                Expression: ParenthesizedExpressionSyntax { Expression: LambdaExpressionSyntax lambda }
            } access => $"write ((Func<int, double>)({lambda})).{access.Name}(…)",
            _ => null,
        };

    /// <summary>An expression as it stands before a dot.</summary>
    public static string Receiver(ExpressionSyntax expression) =>
        expression is InvocationExpressionSyntax or MemberAccessExpressionSyntax or SimpleNameSyntax or ParenthesizedExpressionSyntax
            ? expression.ToString()
            : $"({expression})";

    private static string? Binary(SemanticModel model, BinaryExpressionSyntax binary)
    {
        bool left = Hint.IsSchedule(model.GetTypeInfo(binary.Left).Type),
            right = Hint.IsSchedule(model.GetTypeInfo(binary.Right).Type);
        if (!left && !right)
        {
            return IsText(model, binary.Left) || IsText(model, binary.Right)
                ? "a text in quotation marks is no schedule; write the schedule without them, such as Cosine(0.1, 0, 100).Scale(2)"
                : null;
        }

        string f = Receiver(left ? binary.Left : binary.Right),
            other = (left ? binary.Right : binary.Left).ToString();
        return (binary.Kind(), left && right, left) switch
        {
            (SyntaxKind.MultiplyExpression, true, _) => $"write {f}.Chain({other})",
            (SyntaxKind.MultiplyExpression, false, _) => $"write {f}.Scale({other})",
            (SyntaxKind.DivideExpression, false, true) => $"write {f}.Scale(1.0 / {Operand(binary.Right)})",
            (SyntaxKind.AddExpression, false, _) => $"write {f}.Offset({other})",
            (SyntaxKind.SubtractExpression, false, true) => $"write {f}.Offset(-{Operand(binary.Right)})",
            (SyntaxKind.SubtractExpression, false, false) => $"write {f}.Scale(-1).Offset({other})",
            _ => "a schedule has verbs, such as .Scale(2), .Offset(0.1), .Plus(g), .Chain(g)",
        };
    }

    private static bool IsText(SemanticModel model, ExpressionSyntax expression) =>
        model.GetTypeInfo(expression).Type?.SpecialType == SpecialType.System_String;

    private static string Operand(ExpressionSyntax expression) =>
        expression is LiteralExpressionSyntax ? expression.ToString() : Receiver(expression);
}
