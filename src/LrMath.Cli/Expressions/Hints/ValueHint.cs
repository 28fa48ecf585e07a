using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrMath.Cli.Expressions.Hints;

/// <summary>How to make a schedule of a value that is none.</summary>
internal static class ValueHint
{
    /// <summary>For an expression whose value is not the schedule that is wanted.</summary>
    public static string? NoSchedule(SemanticModel model, SyntaxNode node)
    {
        if (node is ArgumentSyntax argument)
        {
            node = argument.Expression;
        }

        if (node is not ExpressionSyntax expression || node.FirstAncestorOrSelf<LambdaExpressionSyntax>() is not null)
        {
            return null;
        }

        IMethodSymbol[] methods = [.. model.GetMemberGroup(expression).OfType<IMethodSymbol>()];
        if (methods.Length > 0)
        {
            return $"it is {string.Join(" or ", methods.Take(3).Select(NameHint.Text))}";
        }

        return model.GetTypeInfo(expression).Type switch
        {
            { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_Double } => $"write Constant({expression})",
            { } type when Member(type) is { } member => $"write {OperatorHint.Receiver(expression)}.{member}",
            { } type when type.AllInterfaces.Any(i => Hint.IsSchedule(i.TypeArguments.FirstOrDefault())) || IsList(type) =>
                $"these are several schedules: write {OperatorHint.Receiver(expression)}[0] for the first",
            { } type when type.AllInterfaces.Any(i => i.Name == "IPolicy") =>
                "this is a policy: replay takes it as --policy; write Constant(0.1).Under(policy).Rate for its rate",
            _ => null,
        };
    }

    /// <summary>For a verb on something that has a schedule, such as the rate and the momentum of a scheduler.</summary>
    public static string? NoReceiver(SemanticModel model, SyntaxNode node)
    {
        MemberAccessExpressionSyntax? access = node.AncestorsAndSelf().OfType<MemberAccessExpressionSyntax>().FirstOrDefault(Has);
        return access is null
            ? null
            : $"write {OperatorHint.Receiver(access.Expression)}.{Member(model.GetTypeInfo(access.Expression).Type!)}.{access.Name}(…)";

        bool Has(MemberAccessExpressionSyntax access) => model.GetTypeInfo(access.Expression).Type is { } type && Member(type) is not null;
    }

    /// <summary>Whether a type is a list of schedules.</summary>
    public static bool IsList(ITypeSymbol type) => type is INamedTypeSymbol { TypeArguments: [var item] } && Hint.IsSchedule(item);

    private static string? Member(ITypeSymbol type) =>
        type.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(property => !property.IsIndexer && Hint.IsSchedule(property.Type))?.Name;
}
