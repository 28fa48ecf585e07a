using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrMath.Cli.Expressions.Hints;

/// <summary>What to write instead of a number that is no number of steps.</summary>
internal static class NumberHint
{
    /// <summary>For an argument that should be an <see cref="int"/>.</summary>
    public static string? NotWhole(SemanticModel model, SyntaxNode node)
    {
        if (node.FirstAncestorOrSelf<ArgumentSyntax>() is not { } argument)
        {
            return null;
        }

        TypeInfo type = model.GetTypeInfo(argument.Expression);
        IParameterSymbol[] parameters = [.. Parameters(model, argument)];
        if (type.Type is { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_Double } && parameters.Length > 0)
        {
            if (parameters.All(parameter => Hint.IsShape(parameter.Type)))
            {
                return $"{parameters[0].Name} is a shape, such as Shapes.Cosine";
            }

            if (parameters.All(parameter => Hint.IsSchedule(parameter.Type) || ValueHint.IsList(parameter.Type)))
            {
                return $"write Constant({argument.Expression})";
            }
        }

        if (Hint.IsShape(type.Type) && Shape(model, argument) is { } shape)
        {
            return $"write {shape}: {argument.Expression}";
        }

        string name =
            argument.NameColon?.Name.Identifier.ValueText
            ?? parameters.FirstOrDefault(parameter => parameter.Type.SpecialType == SpecialType.System_Int32)?.Name
            ?? "this";
        string range = $"{name} is a whole number of at most 2_147_483_647";
        return (type.Type?.SpecialType, model.GetConstantValue(argument.Expression).Value) switch
        {
            (SpecialType.System_Double, double value) when value % 1 == 0 && Math.Abs(value) <= int.MaxValue =>
                $"{name} is a whole number: write {Grouped((long)value)}",
            (SpecialType.System_Double, double value) when Math.Abs(value) > int.MaxValue => range,
            (SpecialType.System_Double, double) =>
                $"{name} is a whole number, such as 500; a share of a run is written as the steps it has",
            (SpecialType.System_Double, _) => $"{name} is a whole number: write (int)({argument.Expression})",
            (SpecialType.System_Int64 or SpecialType.System_UInt32 or SpecialType.System_UInt64, _) => range,
            _ when Hint.IsSchedule(type.Type) => NameHint.Signature(model, node),
            _ => null,
        };
    }

    /// <summary>The name of the shape among the parameters of the method.</summary>
    private static string? Shape(SemanticModel model, ArgumentSyntax argument) =>
        Methods(model, argument).SelectMany(method => method.Parameters).FirstOrDefault(parameter => Hint.IsShape(parameter.Type))?.Name;

    /// <summary>The parameters that an argument may stand for, one of each method of the name.</summary>
    private static IEnumerable<IParameterSymbol> Parameters(SemanticModel model, ArgumentSyntax argument) =>
        Methods(model, argument)
            .Select(method =>
                argument.NameColon is { Name.Identifier.ValueText: var name }
                    ? method.Parameters.FirstOrDefault(parameter => parameter.Name == name)
                    : method.Parameters.ElementAtOrDefault(((ArgumentListSyntax)argument.Parent!).Arguments.IndexOf(argument))
            )
            .OfType<IParameterSymbol>();

    private static IEnumerable<IMethodSymbol> Methods(SemanticModel model, ArgumentSyntax argument) =>
        argument.Parent?.Parent is InvocationExpressionSyntax call ? NameHint.Methods(model, call) : [];

    private static string Grouped(long value) =>
        Math.Abs(value) < 10_000
            ? value.ToString(CultureInfo.InvariantCulture)
            : value.ToString("N0", CultureInfo.InvariantCulture).Replace(',', '_');
}
