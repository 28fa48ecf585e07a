using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrMath.Cli.Expressions.Hints;

/// <summary>What to write instead of a name that does not exist.</summary>
internal static class NameHint
{
    private const int MostSignatures = 3;

    private static readonly Dictionary<string, string> Python = new()
    {
        ["None"] = "null",
        ["True"] = "true",
        ["False"] = "false",
    };

    private static readonly SymbolDisplayFormat Shown = SymbolDisplayFormat
        .CSharpShortErrorMessageFormat.WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters)
        .WithParameterOptions(
            SymbolDisplayParameterOptions.IncludeType
                | SymbolDisplayParameterOptions.IncludeName
                | SymbolDisplayParameterOptions.IncludeDefaultValue
        );

    /// <summary>For a name that is nothing at all.</summary>
    public static string? Unknown(SemanticModel model, SyntaxNode node)
    {
        string name = node is SimpleNameSyntax simple ? simple.Identifier.ValueText : node.ToString();
        if (Python.TryGetValue(name, out string? written))
        {
            return $"write {written}";
        }

        // Python's steps=100 is an assignment to C#.
        if (
            node.Parent is AssignmentExpressionSyntax { Parent: ArgumentSyntax } assignment
            && assignment.Left == node
            && Methods(model, node).SelectMany(method => method.Parameters).Any(parameter => parameter.Name == name)
        )
        {
            return $"write {name}: {assignment.Right}";
        }

        // torch.optim.lr_scheduler.StepLR: the last of a chain says what is meant.
        List<string> chain = [name];
        for (SyntaxNode? outer = node.Parent; outer is MemberAccessExpressionSyntax access; outer = outer.Parent)
        {
            chain.Insert(0, access.Name.Identifier.ValueText);
        }

        string[] whole = chain.Select(Same).FirstOrDefault(found => found.Length > 0, []);
        return Meant(whole.Length > 0 ? whole : Nearest.To(name, KnownName.All));

        static string[] Same(string link) =>
            [
                .. KnownName
                    .All.Where(known => Nearest.IsSame(known.Name, link))
                    .Select(known => known.Written)
                    .Distinct()
                    .Take(Nearest.MostSuggestions),
            ];
    }

    /// <summary>For a member that its owner does not have.</summary>
    public static string? NoMember(SemanticModel model, SyntaxNode node)
    {
        if (node is not SimpleNameSyntax { Identifier.ValueText: var name })
        {
            return null;
        }

        ITypeSymbol? owner = Owner(model, node);
        if (owner is null)
        {
            return null;
        }

        IEnumerable<KnownName> members = Hint.IsSchedule(owner)
            ? KnownName.Verbs
            : owner
                .GetMembers()
                .Where(member => member.DeclaredAccessibility == Accessibility.Public && member.CanBeReferencedByName)
                .Select(member => new KnownName(member.Name, member.IsStatic ? $"{owner.Name}.{member.Name}" : member.Name));
        IReadOnlyList<string> near = Nearest.To(name, members);
        return Meant(near.Count > 0 ? near : Nearest.To(name, KnownName.All));
    }

    /// <summary>For an argument whose name no parameter has.</summary>
    public static string? NoParameter(SemanticModel model, SyntaxNode node)
    {
        string name = node is SimpleNameSyntax simple ? simple.Identifier.ValueText : node.ToString().TrimEnd(':');
        string[] parameters =
        [
            .. Methods(model, node).SelectMany(method => method.Parameters).Select(parameter => parameter.Name).Distinct(),
        ];
        return Meant(Nearest.To(name, parameters.Select(parameter => new KnownName(parameter, parameter + ":")))) ?? Signature(model, node);
    }

    /// <summary>For arguments that are too few or too many.</summary>
    public static string? Signature(SemanticModel model, SyntaxNode node)
    {
        string[] signatures = [.. Methods(model, node).Take(MostSignatures).Select(Text)];
        return signatures.Length > 0 ? $"it is {string.Join(" or ", signatures)}" : null;
    }

    /// <summary>A method as a call shows it.</summary>
    public static string Text(IMethodSymbol method) => method.ToDisplayString(Shown);

    /// <summary>The methods of the name that a call has.</summary>
    public static IEnumerable<IMethodSymbol> Methods(SemanticModel model, SyntaxNode node) =>
        node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call
            ? model.GetMemberGroup(call.Expression).OfType<IMethodSymbol>()
            : [];

    private static ITypeSymbol? Owner(SemanticModel model, SyntaxNode node) =>
        node.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == node => model.GetSymbolInfo(access.Expression).Symbol as ITypeSymbol
                ?? model.GetTypeInfo(access.Expression).Type,
            AssignmentExpressionSyntax { Parent.Parent: ExpressionSyntax made } => model.GetTypeInfo(made).Type,
            _ => null,
        };

    private static string? Meant(IReadOnlyList<string> names) => names.Count == 0 ? null : $"did you mean {string.Join(" or ", names)}?";
}
