using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using LrMath.Tests.Docs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace LrMath.Tests.Structure.Numerics;

/// <summary>
/// The constants in the source are those that <see cref="Coefficients"/> computes. With LRMATH_COEFFICIENTS, the path of a file, they are
/// written there as C#.
/// </summary>
public partial class CoefficientTests
{
    private static readonly string Root = Path.Combine(PageTests.Root, "src", "LrMath");

    public static TheoryData<string> Members => [.. Coefficients.All.Select(group => group.Member)];

    [Theory]
    [MemberData(nameof(Members), DisableDiscoveryEnumeration = true)]
    public void Constants_are_the_computed_ones(string member)
    {
        Coefficients computed = Coefficients.All.Single(group => group.Member == member);
        Assert.True(
            Declarations(computed.File, member).Any(declared => Numbers(declared).Order().SequenceEqual(computed.Values.Order())),
            $"The long numbers of {member} in {computed.File} are not the computed ones:\n{Text(computed)}"
        );
    }

    [Fact]
    public void Every_long_constant_is_a_computed_one()
    {
        HashSet<double> computed = [.. Coefficients.All.SelectMany(group => group.Values)];
        foreach (string file in Directory.GetFiles(Root, "*.cs", SearchOption.AllDirectories))
        {
            foreach (double number in Numbers(CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot()).Where(IsLong))
            {
                Assert.True(computed.Contains(number), $"{number} in {file} is not computed by {nameof(Coefficients)}.");
            }
        }
    }

    [Fact]
    public void Errors_of_fits_are_the_stated_ones()
    {
        int stated = 0;
        foreach (Coefficients fit in Coefficients.All.Where(fit => fit.Error > 0))
        {
            foreach (MemberDeclarationSyntax declared in Declarations(fit.File, fit.Member))
            {
                foreach (Match match in StatedError().Matches(Comment().Replace(declared.GetLeadingTrivia().ToFullString(), " ")))
                {
                    Assert.Equal(fit.Error.ToString("0.0e-0", CultureInfo.InvariantCulture), match.Groups[1].Value);
                    stated++;
                }
            }
        }

        Assert.Equal(Coefficients.All.Count(fit => fit.Error > 0), stated);
    }

    [Fact]
    public void Each_group_is_written_with_its_file_its_member_and_all_its_digits()
    {
        string[] texts = [.. Coefficients.All.Select(Text)];
        if (Environment.GetEnvironmentVariable("LRMATH_COEFFICIENTS") is { Length: > 0 } path)
        {
            File.WriteAllLines(path, texts);
        }

        Assert.All(
            Coefficients.All.Zip(texts),
            pair =>
            {
                Assert.StartsWith($"// {pair.First.File}, {pair.First.Member}: ", pair.Second, StringComparison.Ordinal);
                string[] numbers = [.. pair.Second.ReplaceLineEndings("\n").Split('\n').Where(line => line.EndsWith(','))];
                Assert.Equal(pair.First.Values, numbers.Select(line => double.Parse(line[..^1], CultureInfo.InvariantCulture)));
            }
        );
    }

    private static string Text(Coefficients group)
    {
        StringBuilder text = new();
        text.AppendLine(CultureInfo.InvariantCulture, $"// {group.File}, {group.Member}: {group.Meaning}");
        if (group.Error > 0)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"// fit to {group.Error:0.0e-0}");
        }

        foreach (double value in group.Values)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{value:R},");
        }

        return text.ToString();
    }

    private static IEnumerable<MemberDeclarationSyntax> Declarations(string file, string member) =>
        CSharpSyntaxTree
            .ParseText(File.ReadAllText(Path.Combine(Root, file)))
            .GetRoot()
            .DescendantNodes()
            .OfType<MemberDeclarationSyntax>()
            .Where(declared =>
                declared is MethodDeclarationSyntax method && method.Identifier.Text == member
                || declared is FieldDeclarationSyntax field
                    && field.Declaration.Variables.Any(variable => variable.Identifier.Text == member)
            );

    /// <summary>The numbers of a field, or the long ones of anything else, with their signs.</summary>
    private static IEnumerable<double> Numbers(SyntaxNode declared) =>
        from literal in declared.DescendantNodes().OfType<LiteralExpressionSyntax>()
        where literal.IsKind(SyntaxKind.NumericLiteralExpression) && literal.Token.Value is not float
        let value = Convert.ToDouble(literal.Token.Value, CultureInfo.InvariantCulture)
        where IsLong(value) || declared is FieldDeclarationSyntax
        select literal.Parent.IsKind(SyntaxKind.UnaryMinusExpression) ? -value : value;

    /// <summary>Whether a number has more than eight digits, and is not an integer.</summary>
    private static bool IsLong(double number) =>
        !double.IsInteger(number)
        && !number.Equals(double.Parse(number.ToString("E7", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));

    [GeneratedRegex(@"fit to (\d\.\de-\d+)")]
    private static partial Regex StatedError();

    [GeneratedRegex(@"\s*\n\s*///\s*")]
    private static partial Regex Comment();
}
