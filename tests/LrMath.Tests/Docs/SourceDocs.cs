using System.Net;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LrMath.Tests.Docs;

/// <summary>The summary of one public member, as its source has it.</summary>
/// <param name="Member">The name.</param>
/// <param name="Parameters">The parameters' names, without the receiver of a verb.</param>
/// <param name="File">The path below <c>src/LrMath</c>.</param>
/// <param name="Formulas">What stands between <c>&lt;c&gt;</c> in the summary.</param>
/// <param name="Comment">The whole documentation comment.</param>
internal sealed partial record SourceDocs(
    string Member,
    IReadOnlyList<string> Parameters,
    string File,
    IReadOnlyList<string> Formulas,
    string Comment
)
{
    /// <summary>The public static members of a class of the library, and those of its extension blocks.</summary>
    public static IReadOnlyList<SourceDocs> Of(string type)
    {
        string root = Path.Combine(PageTests.Root, "src", "LrMath");
        return
        [
            .. from file in Directory.GetFiles(root, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            from declared in CSharpSyntaxTree
                .ParseText(System.IO.File.ReadAllText(file))
                .GetRoot()
                .DescendantNodes()
                .OfType<MemberDeclarationSyntax>()
            where declared is MethodDeclarationSyntax or PropertyDeclarationSyntax && declared.Modifiers.Any(SyntaxKind.PublicKeyword)
            where declared.Ancestors().OfType<ClassDeclarationSyntax>().FirstOrDefault()?.Identifier.Text == type
            select Of(declared, Path.GetRelativePath(root, file)),
        ];
    }

    private static SourceDocs Of(MemberDeclarationSyntax declared, string file)
    {
        string comment = string.Concat(declared.GetLeadingTrivia().Select(trivia => trivia.ToFullString()));
        string summary = Summary().Match(comment).Groups[1].Value;
        (string name, ParameterListSyntax? parameters) = declared is MethodDeclarationSyntax method
            ? (method.Identifier.Text, method.ParameterList)
            : (((PropertyDeclarationSyntax)declared).Identifier.Text, null);
        return new(
            name,
            [.. parameters?.Parameters.Select(parameter => parameter.Identifier.Text) ?? []],
            file,
            [.. Code().Matches(summary).Select(match => WebUtility.HtmlDecode(NewLine().Replace(match.Groups[1].Value, " ")))],
            comment
        );
    }

    [GeneratedRegex("<summary>(.*?)</summary>", RegexOptions.Singleline)]
    private static partial Regex Summary();

    [GeneratedRegex(@"\s*\n\s*///\s*")]
    private static partial Regex NewLine();

    [GeneratedRegex("<c>([^<]*)</c>")]
    private static partial Regex Code();
}
